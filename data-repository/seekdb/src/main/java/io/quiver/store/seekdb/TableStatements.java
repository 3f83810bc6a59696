package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldSchema.CurrentTimestamp;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.TableIndex;
import io.quiver.store.seekdb.model.TableSchema;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Statements about a table as a whole. Values in them are bound as well: the driver
 * writes them into the text.
 *
 * @author Quiver
 */
final class TableStatements {

	/** The greatest length of the name of a table or an index. */
	static final int MAX_NAME_LENGTH = 64;

	private TableStatements() {
	}

	/**
	 * Create a table with its indexes and partitions.
	 * @param ifAbsent whether a table that is there is left as it is, instead of a
	 * failure
	 */
	static Sql create(String table, TableSchema schema, boolean ifAbsent) {
		schema.validate();
		SqlBuilder sql = new SqlBuilder().append("CREATE TABLE ").append((ifAbsent) ? "IF NOT EXISTS " : "");
		newName(sql, table).append(" (");
		String separator = "";
		for (FieldSchema field : schema.fields()) {
			field(sql.append(separator), field);
			separator = ", ";
		}
		List<String> key = schema.primaryKey().stream().map(FieldSchema::name).toList();
		if (!key.isEmpty()) {
			sql.append(", PRIMARY KEY (").identifiers(key).append(")");
		}
		for (TableIndex index : schema.indexes()) {
			IndexStatements.definition(sql.append(", "), index);
		}
		sql.append(")");
		if (schema.organization() == Organization.HEAP) {
			sql.append(" ORGANIZATION = HEAP");
		}
		if (schema.comment() != null) {
			sql.append(" COMMENT = ").bind(schema.comment());
		}
		if (schema.partitioning() != null) {
			PartitionStatements.checkColumns((schema.partitioning().columns().isEmpty()) ? key : List.of());
			PartitionStatements.partitionBy(sql.append(" "), schema.partitioning());
		}
		return sql.build();
	}

	/**
	 * Add columns at the end of a table.
	 * @param fields the columns, none of them primary
	 */
	static Sql addFields(String table, List<FieldSchema> fields) {
		SqlBuilder sql = new SqlBuilder().append("ALTER TABLE ");
		name(sql, table);
		String separator = " ";
		for (FieldSchema field : fields) {
			field(sql.append(separator).append("ADD COLUMN "), field);
			separator = ", ";
		}
		return sql.build();
	}

	static Sql dropField(String table, String field) {
		return name(new SqlBuilder().append("ALTER TABLE "), table).append(" DROP COLUMN ").identifier(field).build();
	}

	static Sql rename(String table, String newName) {
		return newName(name(new SqlBuilder().append("RENAME TABLE "), table).append(" TO "), newName).build();
	}

	static Sql truncate(String table) {
		return name(new SqlBuilder().append("TRUNCATE TABLE "), table).build();
	}

	static Sql drop(String table, boolean ifPresent) {
		return name(new SqlBuilder().append("DROP TABLE ").append((ifPresent) ? "IF EXISTS " : ""), table).build();
	}

	/**
	 * Add the name of a table or an index, which is shorter than that of a column may be.
	 */
	static SqlBuilder name(SqlBuilder sql, String name) {
		check(name, MAX_NAME_LENGTH);
		return sql.identifier(name);
	}

	private static SqlBuilder newName(SqlBuilder sql, String name) {
		checkUndotted(name);
		return name(sql, name);
	}

	/**
	 * Refuse the name of a table or a vector index with a dot, which the server takes and
	 * then cuts in two when it refreshes the index.
	 */
	static void checkUndotted(String name) {
		if (name.indexOf('.') >= 0) {
			throw new InvalidDataAccessApiUsageException(
					"'%s' holds a dot, on which seekdb fails when it refreshes an index; choose another name"
						.formatted(name));
		}
	}

	/**
	 * Refuse the name of a column or a partition that the server does not take, or takes
	 * and then fails on.
	 */
	static void check(String name) {
		check(name, Integer.MAX_VALUE);
	}

	/**
	 * Refuse a name that the server does not take, or takes and then fails on: it puts
	 * names into statements of its own with a backtick in them as it is, and repeats
	 * these for ever.
	 * @param maxLength how many characters there may be
	 */
	static void check(String name, int maxLength) {
		Identifiers.check(name, maxLength);
		if (name.indexOf('`') >= 0) {
			throw new InvalidDataAccessApiUsageException(
					"'%s' holds a backtick, on which seekdb fails in statements of its own; choose another name"
						.formatted(name));
		}
	}

	private static void field(SqlBuilder sql, FieldSchema field) {
		check(field.name());
		sql.identifier(field.name()).append(" ").append(field.type().sql());
		if (field.collation() != null) {
			sql.append(" COLLATE ").append(field.collation());
		}
		sql.append((field.nullable()) ? " NULL" : " NOT NULL");
		if (field.defaultValue() == CurrentTimestamp.INSTANCE) {
			sql.append(" DEFAULT CURRENT_TIMESTAMP").append((field.type() == FieldType.DATE) ? "" : "(6)");
		}
		else if (field.defaultValue() != null) {
			sql.append(" DEFAULT ").bind(field.defaultValue());
		}
		if (field.autoId()) {
			sql.append(" AUTO_INCREMENT");
		}
		if (field.comment() != null) {
			sql.append(" COMMENT ").bind(field.comment());
		}
	}

}
