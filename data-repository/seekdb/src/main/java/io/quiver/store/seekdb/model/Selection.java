package io.quiver.store.seekdb.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which rows of a table are meant: those for which everything said here is true.
 *
 * @param ids the values of their primary keys, or {@code null} for any. Each has as many
 * values as the key has columns, in their order
 * @param where what must be true of them, or {@code null} for nothing
 * @param partitions the names of the partitions or subpartitions that they are in; none
 * for all
 * @author Quiver
 * @since 0.1
 */
public record Selection(@Nullable List<List<Object>> ids, @Nullable Condition where, List<String> partitions) {

	private static final Selection ALL = new Selection(null, null, List.of());

	public Selection {
		ids = (ids != null) ? List.copyOf(ids) : null;
		partitions = List.copyOf(partitions);
	}

	/**
	 * Return every row.
	 * @return the selection that leaves none out
	 */
	public static Selection all() {
		return ALL;
	}

	/**
	 * Return the rows of some keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return the selection
	 */
	public static Selection ids(Object... ids) {
		return ids(Arrays.asList(ids));
	}

	/**
	 * Return the rows of some keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return the selection
	 */
	public static Selection ids(Collection<?> ids) {
		return ALL.withIds(ids);
	}

	/**
	 * Return the rows of a condition.
	 * @param where what must be true of them
	 * @return the selection
	 */
	public static Selection where(Condition where) {
		return ALL.withWhere(where);
	}

	/**
	 * Return those of these rows that have some keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return the selection
	 */
	public Selection withIds(Collection<?> ids) {
		return new Selection(ids.stream().map(Selection::key).toList(), this.where, this.partitions);
	}

	/**
	 * Return those of these rows of which a condition is true.
	 * @param where what must be true of them, instead of what was asked before
	 * @return the selection
	 */
	public Selection withWhere(Condition where) {
		Assert.notNull(where, "'where' must not be null");
		return new Selection(this.ids, where, this.partitions);
	}

	/**
	 * Return those of these rows that are in some partitions.
	 * @param partitions the names of partitions or subpartitions
	 * @return the selection
	 */
	public Selection withPartitions(String... partitions) {
		return new Selection(this.ids, this.where, List.of(partitions));
	}

	private static List<Object> key(@Nullable Object id) {
		Object given = Given.value(id, "An id must not be null");
		return (given instanceof List<?> values) ? Given.values(values, "No part of an id must be null")
				: List.of(given);
	}

}
