package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.Assert;

/**
 * One partition.
 *
 * @param name the name
 * @param ranged whether it is a part of a range
 * @param values of a range, the one bound below which its rows are; of a list, what its
 * rows have; of a hash or key, nothing. Each is a tuple of as many values as the
 * partitioning has columns, of which some may be a {@link PartitionBound}
 * @author Quiver
 * @since 0.1
 */
public record Partition(String name, boolean ranged, List<List<Object>> values) {

	public Partition {
		Assert.hasText(name, "'name' must not be empty");
		values = values.stream().map(List::copyOf).toList();
		for (List<Object> tuple : values) {
			Assert.notEmpty(tuple, () -> "The partition '" + name + "' must not have an empty tuple of values");
		}
	}

	/**
	 * Return a partition of a range.
	 * @param name the name
	 * @param bound the value below which its rows are, or one for each column;
	 * {@link PartitionBound#MAXVALUE} for no bound
	 * @return the partition
	 */
	public static Partition lessThan(String name, Object... bound) {
		return new Partition(name, true, List.of(List.of(bound)));
	}

	/**
	 * Return a partition of a list.
	 * @param name the name
	 * @param values what its rows have: values of the one column, or a {@link List} of
	 * one for each column; {@link PartitionBound#DEFAULT} for all others
	 * @return the partition
	 */
	public static Partition in(String name, Object... values) {
		List<List<Object>> tuples = new ArrayList<>(values.length);
		for (Object value : values) {
			Assert.notNull(value, "'values' must not contain null");
			tuples.add((value instanceof List<?> tuple) ? List.copyOf(tuple) : List.of(value));
		}
		return new Partition(name, false, tuples);
	}

	/**
	 * Return a partition of a hash or key, which has a name alone.
	 * @param name the name
	 * @return the partition
	 */
	public static Partition named(String name) {
		return new Partition(name, false, List.of());
	}

}
