package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.FieldSchema;

import org.springframework.util.Assert;

/**
 * The fields of a {@link SeekdbTable}. What changes them is refused in a transaction of
 * the application, which it would commit.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbFields {

	private final TableCalls calls;

	SeekdbFields(TableCalls calls) {
		this.calls = calls;
	}

	/**
	 * List the fields.
	 * @return the fields as they are now, in order
	 */
	public List<ColumnInfo> list() {
		return this.calls.call(StoreOperations.DESCRIBE, (session) -> this.calls.freshDefinition(session).columns());
	}

	/**
	 * Add fields. Rows that are there have the fields' defaults.
	 * @param fields the fields, none of them primary
	 */
	public void add(FieldSchema... fields) {
		Assert.notEmpty(fields, "'fields' must not be empty");
		for (FieldSchema field : fields) {
			Assert.isTrue(!field.primary(), () -> "'" + field.name() + "' cannot become part of the primary key");
		}
		this.calls.define(TableOperations.ADD_FIELDS, TableStatements.addFields(this.calls.table(), List.of(fields)));
	}

	/**
	 * Drop a field with its values.
	 * @param name the name of the field, which no vector index may need
	 */
	public void drop(String name) {
		this.calls.define(TableOperations.DROP_FIELD, TableStatements.dropField(this.calls.table(), name));
	}

}
