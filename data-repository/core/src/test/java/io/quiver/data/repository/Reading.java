package io.quiver.data.repository;

import java.time.Instant;

import io.quiver.data.core.mapping.VectorCollection;

import org.springframework.data.annotation.Id;

/**
 * An entity whose id has two components.
 */
@VectorCollection("readings")
public record Reading(@Id ReadingId id, String tenant, double value) {

	public record ReadingId(String tenant, String device, Instant time) {
	}

}
