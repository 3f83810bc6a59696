package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How the rows of a table are divided. The columns must be part of the primary key.
 *
 * @param method by what they are divided
 * @param columns the names of the columns; none for a key that is the primary key
 * @param expression SQL of the caller's that is computed instead of one column, of a
 * range, list or hash, or {@code null}
 * @param partitions the partitions; none where they are only counted
 * @param count the number of partitions of a hash or key that have no names, otherwise 0
 * @param subpartitioning how each partition is divided again, once more at most, or
 * {@code null}
 * @author Quiver
 * @since 0.1
 */
public record Partitioning(Method method, List<String> columns, @Nullable String expression, List<Partition> partitions,
		int count, @Nullable Partitioning subpartitioning) {

	/** The greatest number of partitions that a table may have. */
	public static final int MAX_PARTITIONS = 8_192;

	public Partitioning {
		Assert.notNull(method, "'method' must not be null");
		columns = List.copyOf(columns);
		partitions = List.copyOf(partitions);
		boolean several = method.columns || method == Method.KEY;
		Assert.isTrue(expression == null || (!several && columns.isEmpty()),
				() -> "'expression' stands for the one column of a range, list or hash");
		Assert.isTrue(
				expression != null || columns.size() == 1 || (columns.size() > 1 && several) || method == Method.KEY,
				() -> method + " must have " + (several ? "at least one column" : "one column"));
		Assert.isTrue(method.counted || count == 0, () -> method + " has partitions with values, not a number of them");
		Assert.isTrue(count >= 0 && count <= MAX_PARTITIONS,
				() -> "'count' must be between 1 and " + MAX_PARTITIONS + ", not " + count);
		Assert.isTrue((count == 0) != partitions.isEmpty(),
				() -> method + " must have partitions" + (method.counted ? " or a number of them, not both" : ""));
		if (expression != null) {
			SqlText.check(expression, 0);
		}
		check(method, Math.max(1, columns.size()), partitions);
		Assert.isTrue(subpartitioning == null || subpartitioning.subpartitioning == null,
				"Partitions can be divided once more, not twice");
	}

	private static void check(Method method, int width, List<Partition> partitions) {
		Set<String> names = new HashSet<>();
		for (Partition partition : partitions) {
			String name = partition.name();
			Assert.isTrue(names.add(name.toLowerCase(Locale.ROOT)), () -> "There are two partitions '" + name + "'");
			method.check(partition, width);
		}
	}

	/**
	 * Return a partitioning by ranges of a whole number.
	 * @param column the name of the column
	 * @param partitions the partitions, in the order of their bounds
	 * @return the partitioning
	 */
	public static Partitioning range(String column, Partition... partitions) {
		return new Partitioning(Method.RANGE, List.of(column), null, List.of(partitions), 0, null);
	}

	/**
	 * Return a partitioning by ranges of values of any kind.
	 * @param columns the names of the columns
	 * @param partitions the partitions, in the order of their bounds
	 * @return the partitioning
	 */
	public static Partitioning rangeColumns(List<String> columns, Partition... partitions) {
		return new Partitioning(Method.RANGE_COLUMNS, columns, null, List.of(partitions), 0, null);
	}

	/**
	 * Return a partitioning by lists of whole numbers.
	 * @param column the name of the column
	 * @param partitions the partitions
	 * @return the partitioning
	 */
	public static Partitioning list(String column, Partition... partitions) {
		return new Partitioning(Method.LIST, List.of(column), null, List.of(partitions), 0, null);
	}

	/**
	 * Return a partitioning by lists of values of any kind.
	 * @param columns the names of the columns
	 * @param partitions the partitions
	 * @return the partitioning
	 */
	public static Partitioning listColumns(List<String> columns, Partition... partitions) {
		return new Partitioning(Method.LIST_COLUMNS, columns, null, List.of(partitions), 0, null);
	}

	/**
	 * Return a partitioning by a hash of a whole number.
	 * @param column the name of the column
	 * @param count the number of partitions
	 * @return the partitioning
	 */
	public static Partitioning hash(String column, int count) {
		return new Partitioning(Method.HASH, List.of(column), null, List.of(), count, null);
	}

	/**
	 * Return a partitioning by a hash of the primary key.
	 * @param count the number of partitions
	 * @return the partitioning
	 */
	public static Partitioning key(int count) {
		return key(List.of(), count);
	}

	/**
	 * Return a partitioning by a hash of values of any kind.
	 * @param columns the names of the columns; none for the primary key
	 * @param count the number of partitions
	 * @return the partitioning
	 */
	public static Partitioning key(List<String> columns, int count) {
		return new Partitioning(Method.KEY, columns, null, List.of(), count, null);
	}

	/**
	 * Return this partitioning of a range, list or hash by what an expression computes.
	 * @param expression SQL of the caller's, such as {@code YEAR(created)}, in which
	 * names are not quoted for it
	 * @return the partitioning
	 */
	public Partitioning withExpression(String expression) {
		Assert.hasText(expression, "'expression' must not be empty");
		return new Partitioning(this.method, List.of(), expression, this.partitions, this.count, this.subpartitioning);
	}

	/**
	 * Return this partitioning by hash or key with names for its partitions.
	 * @param names the names, as many as there are to be partitions
	 * @return the partitioning
	 */
	public Partitioning withNames(String... names) {
		List<Partition> named = new ArrayList<>(names.length);
		for (String name : names) {
			named.add(Partition.named(name));
		}
		return new Partitioning(this.method, this.columns, this.expression, named, 0, this.subpartitioning);
	}

	/**
	 * Return this partitioning with each of its partitions divided again in the same way.
	 * A subpartition is called after its partition, an {@code s} and the name it has
	 * here.
	 * @param subpartitioning how they are divided
	 * @return the partitioning
	 */
	public Partitioning withSubpartitions(Partitioning subpartitioning) {
		Assert.notNull(subpartitioning, "'subpartitioning' must not be null");
		return new Partitioning(this.method, this.columns, this.expression, this.partitions, this.count,
				subpartitioning);
	}

	/**
	 * By what rows are divided.
	 */
	public enum Method {

		/** By ranges of a whole number. */
		RANGE(false, false),

		/** By ranges of values of one or several columns. */
		RANGE_COLUMNS(true, false),

		/** By lists of whole numbers. */
		LIST(false, false),

		/** By lists of values of one or several columns. */
		LIST_COLUMNS(true, false),

		/** By a hash of a whole number. */
		HASH(false, true),

		/** By a hash of values of one or several columns. */
		KEY(false, true);

		private final boolean columns;

		private final boolean counted;

		Method(boolean columns, boolean counted) {
			this.columns = columns;
			this.counted = counted;
		}

		/**
		 * Tell whether its partitions are ranges.
		 * @return whether each has one bound
		 */
		public boolean ranged() {
			return this == RANGE || this == RANGE_COLUMNS;
		}

		/**
		 * Tell whether its partitions may be counted instead of named.
		 * @return whether they have no values
		 */
		public boolean counted() {
			return this.counted;
		}

		/**
		 * Return how the server writes it.
		 * @return the words in upper case
		 */
		public String sql() {
			return name().replace('_', ' ');
		}

		private void check(Partition partition, int width) {
			int values = partition.values().size();
			if (this.counted) {
				Assert.isTrue(values == 0,
						() -> "The partition '" + partition.name() + "' of " + this + " must not have values");
				return;
			}
			Assert.isTrue(ranged() == partition.ranged() && ((ranged()) ? values == 1 : values > 0),
					() -> "The partition '" + partition.name() + "' of " + this + " must have "
							+ ((ranged()) ? "one bound below which its rows are" : "at least one value in a list"));
			PartitionBound other = (ranged()) ? PartitionBound.DEFAULT : PartitionBound.MAXVALUE;
			for (List<Object> tuple : partition.values()) {
				boolean rest = tuple.size() == 1 && tuple.get(0) == PartitionBound.DEFAULT;
				Assert.isTrue(tuple.size() == width || rest, () -> "The partition '" + partition.name() + "' must have "
						+ width + " value" + ((width > 1) ? "s" : "") + " in each tuple");
				Assert.isTrue(!tuple.contains(other),
						() -> "The partition '" + partition.name() + "' of " + this + " cannot have " + other);
			}
		}

	}

}
