package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A table to be made.
 *
 * @param fields the fields, at least one, in the order of their columns. Those that are
 * primary make the primary key in the same order
 * @param indexes the indexes, at most one of vectors for each column
 * @param organization how the rows are kept
 * @param partitioning how the rows are divided, or {@code null} if they are not
 * @param comment a remark for people, or {@code null}
 * @author Quiver
 * @since 0.1
 */
public record TableSchema(List<FieldSchema> fields, List<TableIndex> indexes, Organization organization,
		@Nullable Partitioning partitioning, @Nullable String comment) {

	public TableSchema {
		fields = List.copyOf(fields);
		indexes = List.copyOf(indexes);
		Assert.notEmpty(fields, "'fields' must not be empty");
		Assert.notNull(organization, "'organization' must not be null");
		Map<String, FieldSchema> byName = new HashMap<>();
		for (FieldSchema field : fields) {
			Assert.isNull(byName.put(lower(field.name()), field), () -> "There are two fields '" + field.name() + "'");
		}
		check(fields, byName, partitioning);
		check(indexes, byName);
	}

	private static void check(List<FieldSchema> fields, Map<String, FieldSchema> byName,
			@Nullable Partitioning partitioning) {
		Assert.isTrue(fields.stream().filter(FieldSchema::autoId).count() <= 1, "There must not be two auto ids");
		boolean keyed = fields.stream().anyMatch(FieldSchema::primary);
		for (Partitioning level = partitioning; level != null; level = level.subpartitioning()) {
			for (String column : level.columns()) {
				FieldSchema field = byName.get(lower(column));
				Assert.notNull(field, () -> "There is no field '" + column + "' to divide the rows by");
				Assert.isTrue(!keyed || field.primary(), () -> "The field '" + column
						+ "' divides the rows and must be part of the primary key for that");
			}
		}
	}

	private static void check(List<TableIndex> indexes, Map<String, FieldSchema> byName) {
		Set<String> names = new HashSet<>();
		Set<String> vectors = new HashSet<>();
		for (TableIndex index : indexes) {
			Assert.isTrue(names.add(lower(index.name())), () -> "There are two indexes '" + index.name() + "'");
			for (String column : index.columns()) {
				FieldSchema field = byName.get(lower(column));
				Assert.notNull(field, () -> "There is no field '" + column + "' for the index '" + index.name() + "'");
				if (index instanceof VectorIndex vector) {
					Assert.isTrue(vectors.add(lower(column)),
							() -> "The field '" + column + "' cannot have two vector indexes");
					vector.check(field);
				}
			}
		}
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/**
	 * Return a table of {@link Organization#INDEX} without indexes.
	 * @param fields the fields
	 * @return the table
	 */
	public static TableSchema of(FieldSchema... fields) {
		return of(List.of(fields));
	}

	/**
	 * Return a table of {@link Organization#INDEX} without indexes.
	 * @param fields the fields
	 * @return the table
	 */
	public static TableSchema of(List<FieldSchema> fields) {
		return new TableSchema(fields, List.of(), Organization.INDEX, null, null);
	}

	/**
	 * Return this table with one more field.
	 * @param field the field, which comes last
	 * @return the table
	 */
	public TableSchema withField(FieldSchema field) {
		return new TableSchema(plus(this.fields, field), this.indexes, this.organization, this.partitioning,
				this.comment);
	}

	/**
	 * Return this table with one more index.
	 * @param index the index
	 * @return the table
	 */
	public TableSchema withIndex(TableIndex index) {
		return new TableSchema(this.fields, plus(this.indexes, index), this.organization, this.partitioning,
				this.comment);
	}

	/**
	 * Return this table with its rows kept otherwise.
	 * @param organization how they are kept
	 * @return the table
	 */
	public TableSchema withOrganization(Organization organization) {
		return new TableSchema(this.fields, this.indexes, organization, this.partitioning, this.comment);
	}

	/**
	 * Return this table with its rows divided.
	 * @param partitioning how they are divided
	 * @return the table
	 */
	public TableSchema withPartitioning(Partitioning partitioning) {
		Assert.notNull(partitioning, "'partitioning' must not be null");
		return new TableSchema(this.fields, this.indexes, this.organization, partitioning, this.comment);
	}

	/**
	 * Return this table with a remark.
	 * @param comment the remark
	 * @return the table
	 */
	public TableSchema withComment(String comment) {
		Assert.notNull(comment, "'comment' must not be null");
		return new TableSchema(this.fields, this.indexes, this.organization, this.partitioning, comment);
	}

	/**
	 * Refuse what the server would refuse of the table as a whole, whatever the order in
	 * which it was put together. Creating it does that first.
	 * @throws IllegalArgumentException if an index does not go with the organization
	 */
	public void validate() {
		for (TableIndex index : this.indexes) {
			if (index instanceof VectorIndex vector) {
				vector.check(this.organization);
			}
		}
	}

	/**
	 * Return the fields of the primary key.
	 * @return the fields, in order; none if the table has no primary key
	 */
	public List<FieldSchema> primaryKey() {
		return this.fields.stream().filter(FieldSchema::primary).toList();
	}

	private static <T> List<T> plus(List<? extends T> list, T element) {
		Assert.notNull(element, "'element' must not be null");
		List<T> more = new ArrayList<>(list);
		more.add(element);
		return more;
	}

}
