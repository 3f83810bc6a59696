package io.quiver.store.proxima.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A row of a write.
 *
 * @param key the primary key, without a sign; -1, which is 2^64-1, is refused, since the
 * server would not find it again
 * @param operation what is done with the row
 * @param vectors the vectors, one for each index column of the meta; empty to delete
 * @param values the values, one for each forward column of the meta, {@code null} for
 * none; empty to delete
 * @param lsnContext the place in the log of a feeding table, which rows of a fed
 * collection need, or {@code null}
 * @author Quiver
 * @since 0.1
 */
public record Row(long key, OperationType operation, List<VectorValue> vectors, List<@Nullable Object> values,
		@Nullable LsnContext lsnContext) {

	public Row {
		Assert.notNull(operation, "'operation' must not be null");
		vectors = List.copyOf(vectors);
		values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
	}

	/**
	 * Return a new row with one vector.
	 * @param key the primary key
	 * @param vector the vector
	 * @param values the values
	 * @return the row
	 */
	public static Row insert(long key, VectorValue vector, @Nullable Object... values) {
		return new Row(key, OperationType.INSERT, List.of(vector), Arrays.asList(values), null);
	}

	/**
	 * Return a row with one vector that replaces another.
	 * @param key the primary key
	 * @param vector the vector
	 * @param values the values
	 * @return the row
	 */
	public static Row update(long key, VectorValue vector, @Nullable Object... values) {
		return new Row(key, OperationType.UPDATE, List.of(vector), Arrays.asList(values), null);
	}

	/**
	 * Return a row to be deleted.
	 * @param key the primary key
	 * @return the row
	 */
	public static Row delete(long key) {
		return new Row(key, OperationType.DELETE, List.of(), List.of(), null);
	}

	public Row withLsnContext(LsnContext lsnContext) {
		return new Row(this.key, this.operation, this.vectors, this.values, lsnContext);
	}

}
