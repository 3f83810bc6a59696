package io.quiver.spring.boot.autoconfigure.audited;

import java.time.Instant;

import io.quiver.data.core.mapping.VectorCollection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * An entity that knows when it was made.
 *
 * @param id the id
 * @param version the version
 * @param created when it was made
 * @author Quiver
 */
@VectorCollection("entries")
public record Entry(@Id String id, @Version @Nullable Long version, @CreatedDate @Nullable Instant created) {

	/**
	 * Make an entry.
	 * @param id the id
	 */
	public Entry(String id) {
		this(id, null, null);
	}

}
