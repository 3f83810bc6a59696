package io.quiver.spring.boot.autoconfigure.embedded;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of an embedded store, below {@code quiver.stores.<name>.embedded}. Names no
 * class of the engine, so that they can be read, and judged, where it cannot run.
 *
 * @param path Directory that keeps the data, made when it is missing. By default, none:
 * data is kept in memory and lost when the application exits.
 * @param durability When a write is acknowledged: after the disk has been told to keep
 * it, or already when the operating system has it.
 * @param ef Candidates that an approximate search keeps. More are slower and closer to
 * exact.
 * @param m Neighbours that each vector is linked with in the graph.
 * @param beamWidth Candidates that are looked at when a vector is linked into the graph.
 * @param quantization How vectors are kept beside their full form, for those that do not
 * fit into memory.
 * @param commitInterval How often the log is folded into the index. Less often makes
 * writing cheaper and opening after a crash longer.
 * @param maxLogSize Size of a collection's log at which it is folded into the index
 * before its time.
 * @param ramBuffer Memory that a collection may use for rows that are not in its index
 * yet.
 * @param exactThreshold Rows left by a filter up to which they are compared one by one
 * instead of through the graph.
 * @author Quiver
 * @since 0.1
 */
public record EmbeddedProperties(@Nullable String path, @DefaultValue("force") Durability durability,
		@DefaultValue("64") int ef, @DefaultValue("16") int m, @DefaultValue("100") int beamWidth,
		@DefaultValue("none") Quantization quantization, @DefaultValue("30s") Duration commitInterval,
		@DefaultValue("64MB") DataSize maxLogSize, @DefaultValue("64MB") DataSize ramBuffer,
		@DefaultValue("6000") int exactThreshold) {

	/**
	 * When a write is acknowledged.
	 */
	public enum Durability {

		/** When it is forced to the disk. */
		FORCE,
		/** When the operating system has it; a power cut may lose it. */
		OS

	}

	/**
	 * How vectors are kept beside their full form.
	 */
	public enum Quantization {

		/** Only in full. */
		NONE,
		/** One byte for each component. */
		INT8

	}

}
