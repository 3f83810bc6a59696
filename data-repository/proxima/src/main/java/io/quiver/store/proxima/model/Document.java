package io.quiver.store.proxima.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A document: its key and the values of the collection's forward columns. Vectors cannot
 * be read back.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Document {

	private final long key;

	private final float score;

	private final List<ForwardColumn> columns;

	private final @Nullable Object[] values;

	/**
	 * Create a document.
	 * @param key the primary key, without a sign
	 * @param score how far it is from the vector of a search; 0 if it was got by its key
	 * @param columns the forward columns in the order of their creation, each with the
	 * type of this document's value
	 * @param values the values in the same order, from now on the document's own
	 */
	public Document(long key, float score, List<ForwardColumn> columns, @Nullable Object[] values) {
		this.key = key;
		this.score = score;
		this.columns = columns;
		this.values = values;
	}

	/**
	 * Return the primary key.
	 * @return the key, to be read without a sign
	 */
	public long key() {
		return this.key;
	}

	/**
	 * Return how far the document is from the vector of the search. The smaller is
	 * nearer; over HTTP it has six digits.
	 * @return the score by the metric of the column, 0 of a document got by its key
	 */
	public float score() {
		return this.score;
	}

	/**
	 * Return all forward columns of the collection, in the order of their creation.
	 * @return the columns, each with the type that its value has in this document,
	 * {@link DataType#UNDEFINED} where there is none
	 */
	public List<ForwardColumn> columns() {
		return Collections.unmodifiableList(this.columns);
	}

	/**
	 * Return the value at a place.
	 * @param place the place of the column
	 * @return the value in Java's type of {@link DataType}, or {@code null}
	 */
	public @Nullable Object value(int place) {
		return this.values[place];
	}

	/**
	 * Return the value of a column.
	 * @param column the name of the column
	 * @return the value, or {@code null} if there is none, or no such column
	 */
	public @Nullable Object value(String column) {
		for (int place = 0; place < this.values.length; place++) {
			if (this.columns.get(place).name().equals(column)) {
				return this.values[place];
			}
		}
		return null;
	}

	/**
	 * Return the values by the names of their columns.
	 * @return all columns, in the order of their creation
	 */
	public Map<String, @Nullable Object> values() {
		Map<String, @Nullable Object> byName = new LinkedHashMap<>();
		for (int place = 0; place < this.values.length; place++) {
			byName.put(this.columns.get(place).name(), this.values[place]);
		}
		return byName;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Document document && this.key == document.key
				&& Float.compare(this.score, document.score) == 0 && this.columns.equals(document.columns)
				&& Objects.deepEquals(this.values, document.values);
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.key);
	}

	@Override
	public String toString() {
		return "Document[key=%s, score=%s, values=%s]".formatted(Long.toUnsignedString(this.key), this.score, values());
	}

}
