package io.quiver.store.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How an {@link EmbeddedClient} keeps and searches its data. Immutable.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EmbeddedSettings {

	private static final long MEGABYTE = 1 << 20;

	private final @Nullable Path path;

	private final Durability durability;

	private final int ef;

	private final int m;

	private final int beamWidth;

	private final Quantization quantization;

	private final Duration commitInterval;

	private final long maxLogSize;

	private final long ramBuffer;

	private final int exactThreshold;

	private final int tinySegments;

	private final @Nullable Executor searchExecutor;

	private EmbeddedSettings(Builder builder) {
		this.path = builder.path;
		this.durability = builder.durability;
		this.ef = builder.ef;
		this.m = builder.m;
		this.beamWidth = builder.beamWidth;
		this.quantization = builder.quantization;
		this.commitInterval = builder.commitInterval;
		this.maxLogSize = builder.maxLogSize;
		this.ramBuffer = builder.ramBuffer;
		this.exactThreshold = builder.exactThreshold;
		this.tinySegments = builder.tinySegments;
		this.searchExecutor = builder.searchExecutor;
	}

	/**
	 * Return the settings of an engine that keeps everything in memory.
	 * @return the defaults
	 */
	public static EmbeddedSettings inMemory() {
		return builder().build();
	}

	/**
	 * Return the settings of an engine that keeps its data in a directory.
	 * @param path the directory, made when it is missing
	 * @return the defaults with that path
	 */
	public static EmbeddedSettings at(Path path) {
		return builder().path(path).build();
	}

	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the directory.
	 * @return the path, or {@code null} if everything is kept in memory
	 */
	public @Nullable Path path() {
		return this.path;
	}

	public Durability durability() {
		return this.durability;
	}

	public int ef() {
		return this.ef;
	}

	public int m() {
		return this.m;
	}

	public int beamWidth() {
		return this.beamWidth;
	}

	public Quantization quantization() {
		return this.quantization;
	}

	public Duration commitInterval() {
		return this.commitInterval;
	}

	public long maxLogSize() {
		return this.maxLogSize;
	}

	public long ramBuffer() {
		return this.ramBuffer;
	}

	public int exactThreshold() {
		return this.exactThreshold;
	}

	public int tinySegments() {
		return this.tinySegments;
	}

	public @Nullable Executor searchExecutor() {
		return this.searchExecutor;
	}

	/**
	 * When a write is acknowledged.
	 */
	public enum Durability {

		/** When it is forced to the disk: it survives the loss of power. */
		FORCE,

		/**
		 * When the operating system has it: it survives the end of this process, not that
		 * of the machine.
		 */
		OS

	}

	/**
	 * How vectors are kept beside their full form to be walked through faster.
	 */
	public enum Quantization {

		/** Only in full: the fastest and best while vectors fit into memory. */
		NONE,

		/**
		 * One byte for each component; what is found is compared again in full. For
		 * vectors that do not fit into memory.
		 */
		INT8

	}

	/**
	 * Collects the settings.
	 */
	public static final class Builder {

		private @Nullable Path path;

		private Durability durability = Durability.FORCE;

		private int ef = 64;

		private int m = 16;

		private int beamWidth = 100;

		private Quantization quantization = Quantization.NONE;

		private Duration commitInterval = Duration.ofSeconds(30);

		private long maxLogSize = 64 * MEGABYTE;

		private long ramBuffer = 64 * MEGABYTE;

		private int exactThreshold = 6000;

		private int tinySegments = 1000;

		private @Nullable Executor searchExecutor;

		private Builder() {
		}

		/**
		 * Set where data is kept.
		 * @param path the directory, or {@code null} to keep everything in memory
		 * @return this builder
		 */
		public Builder path(@Nullable Path path) {
			this.path = path;
			return this;
		}

		/**
		 * Set when a write is acknowledged.
		 * @param durability the durability, {@link Durability#FORCE} by default
		 * @return this builder
		 */
		public Builder durability(Durability durability) {
			this.durability = durability;
			return this;
		}

		/**
		 * Set how many candidates an approximate search keeps, if the call does not say:
		 * more are slower and closer to exact.
		 * @param ef the candidates, 64 by default
		 * @return this builder
		 */
		public Builder ef(int ef) {
			Assert.isTrue(ef >= 1, () -> "'ef' must be at least 1, but is " + ef);
			this.ef = ef;
			return this;
		}

		/**
		 * Set how many neighbours each vector is linked with in the graph.
		 * @param m the links, 16 by default, at most 512
		 * @return this builder
		 */
		public Builder m(int m) {
			Assert.isTrue(m >= 2 && m <= 512, () -> "'m' must lie in [2, 512], but is " + m);
			this.m = m;
			return this;
		}

		/**
		 * Set how many candidates are looked at when a vector is linked into the graph.
		 * @param beamWidth the candidates, 100 by default, at most 3200
		 * @return this builder
		 */
		public Builder beamWidth(int beamWidth) {
			Assert.isTrue(beamWidth >= 1 && beamWidth <= 3200,
					() -> "'beamWidth' must lie in [1, 3200], but is " + beamWidth);
			this.beamWidth = beamWidth;
			return this;
		}

		/**
		 * Set how vectors are kept beside their full form.
		 * @param quantization the form, {@link Quantization#NONE} by default
		 * @return this builder
		 */
		public Builder quantization(Quantization quantization) {
			this.quantization = quantization;
			return this;
		}

		/**
		 * Set how often the log is folded into the index: less often makes writing
		 * cheaper and opening after a crash longer.
		 * @param commitInterval the pause, 30 seconds by default
		 * @return this builder
		 */
		public Builder commitInterval(Duration commitInterval) {
			Assert.isTrue(commitInterval.isPositive(),
					() -> "'commitInterval' must be positive, but is " + commitInterval);
			this.commitInterval = commitInterval;
			return this;
		}

		/**
		 * Set at what size the log is folded into the index before its time.
		 * @param bytes the size of one collection's log, 64 MB by default
		 * @return this builder
		 */
		public Builder maxLogSize(long bytes) {
			Assert.isTrue(bytes >= 1, () -> "'maxLogSize' must be positive, but is " + bytes);
			this.maxLogSize = bytes;
			return this;
		}

		/**
		 * Set how much memory a collection may use for rows that are not in a segment of
		 * its index yet.
		 * @param bytes the size, 64 MB by default
		 * @return this builder
		 */
		public Builder ramBuffer(long bytes) {
			Assert.isTrue(bytes >= MEGABYTE && bytes < 2048 * MEGABYTE,
					() -> "'ramBuffer' must lie in [1 MB, 2 GB), but is " + bytes);
			this.ramBuffer = bytes;
			return this;
		}

		/**
		 * Set up to how many rows, left by a filter, are compared one by one instead of
		 * through the graph.
		 * @param rows the rows, 6000 by default
		 * @return this builder
		 */
		public Builder exactThreshold(int rows) {
			Assert.isTrue(rows >= 0, () -> "'exactThreshold' must not be negative, but is " + rows);
			this.exactThreshold = rows;
			return this;
		}

		/**
		 * Set below what size a segment gets no graph: the number of candidates for which
		 * a search of the graph would be worth more than comparing every vector.
		 * @param candidates the candidates, 1000 by default: about 9000 rows
		 * @return this builder
		 */
		public Builder tinySegments(int candidates) {
			Assert.isTrue(candidates >= 0, () -> "'tinySegments' must not be negative, but is " + candidates);
			this.tinySegments = candidates;
			return this;
		}

		/**
		 * Set what searches the segments of an index at the same time.
		 * @param executor the executor, or {@code null} (the default) to search them in
		 * the caller's thread
		 * @return this builder
		 */
		public Builder searchExecutor(@Nullable Executor executor) {
			this.searchExecutor = executor;
			return this;
		}

		public EmbeddedSettings build() {
			return new EmbeddedSettings(this);
		}

	}

}
