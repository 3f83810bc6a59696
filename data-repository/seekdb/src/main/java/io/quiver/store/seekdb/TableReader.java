package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.PartitionInfo;
import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a table is, from the server's own tables and from the statement that would
 * make it, which alone tells how its vector indexes are built.
 *
 * @author Quiver
 */
final class TableReader {

	private static final String NAME = "`((?:[^`]|``)*)`";

	private static final Pattern VECTOR_INDEX = Pattern
		.compile("VECTOR (?:KEY|INDEX) " + NAME + " \\(" + NAME + "\\) WITH \\(([^)]*)\\)", Pattern.CASE_INSENSITIVE);

	private static final Pattern HEAP = Pattern.compile("\\) ORGANIZATION\\s*=?\\s*HEAP\\b", Pattern.CASE_INSENSITIVE);

	private final Session session;

	private final String table;

	TableReader(Session session, String table) {
		this.session = session;
		this.table = table;
	}

	/**
	 * Return the names of all tables, in order.
	 */
	static List<String> tables(Session session) {
		return session
			.query(Sql.of("SELECT table_name FROM information_schema.tables "
					+ "WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"), (row) -> row.getString(1))
			.stream()
			.sorted()
			.toList();
	}

	/**
	 * Tell whether the table is there. The server's own comparison ignores more than
	 * case.
	 */
	boolean exists() {
		Identifiers.check(this.table, TableStatements.MAX_NAME_LENGTH);
		Sql sql = new SqlBuilder()
			.append("SELECT table_name FROM information_schema.tables "
					+ "WHERE table_schema = DATABASE() AND table_name = ")
			.bind(this.table)
			.build();
		return this.session.query(sql, (row) -> row.getString(1)).stream().anyMatch(this.table::equalsIgnoreCase);
	}

	Optional<TableDescription> describeIfPresent() {
		return (exists()) ? Optional.of(describe()) : Optional.empty();
	}

	/**
	 * Describe the table.
	 * @throws org.springframework.dao.DataAccessException if it is not there
	 */
	TableDescription describe() {
		String statement = this.session.query(show("SHOW CREATE TABLE "), (row) -> row.getString(2)).get(0);
		List<IndexInfo> indexes = indexes(statement);
		List<String> key = indexes.stream()
			.filter((index) -> index.kind() == IndexInfo.Kind.PRIMARY)
			.findFirst()
			.map(IndexInfo::columns)
			.orElse(List.of());
		Organization organization = (HEAP.matcher(statement).find()) ? Organization.HEAP : Organization.INDEX;
		return new TableDescription(this.table, columns(key), key, indexes, organization, statement);
	}

	List<PartitionInfo> partitions() {
		Identifiers.check(this.table, TableStatements.MAX_NAME_LENGTH);
		Sql sql = new SqlBuilder()
			.append("SELECT table_name, partition_name, subpartition_name, partition_method, partition_expression, "
					+ "partition_description FROM information_schema.partitions "
					+ "WHERE table_schema = DATABASE() AND partition_name IS NOT NULL AND table_name = ")
			.bind(this.table)
			.append(" ORDER BY partition_ordinal_position, subpartition_ordinal_position")
			.build();
		List<PartitionInfo> partitions = new ArrayList<>();
		this.session.query(sql, (row) -> {
			if (this.table.equalsIgnoreCase(row.getString(1))) {
				partitions.add(new PartitionInfo(row.getString(2), row.getString(3), row.getString(4), row.getString(5),
						row.getString(6)));
			}
			return "";
		});
		return partitions;
	}

	private List<ColumnInfo> columns(List<String> key) {
		return this.session.query(show("SHOW FULL COLUMNS FROM "), (row) -> {
			String name = row.getString("Field");
			boolean primary = key.stream().anyMatch(name::equalsIgnoreCase);
			boolean autoId = lower(row.getString("Extra")).contains("auto_increment");
			String comment = row.getString("Comment");
			return new ColumnInfo(name, row.getString("Type"), primary, autoId,
					"YES".equalsIgnoreCase(row.getString("Null")), row.getString("Default"), row.getString("Collation"),
					(comment != null) ? comment : "");
		});
	}

	private List<IndexInfo> indexes(String statement) {
		Map<String, Map<String, String>> vectors = vectors(statement);
		Map<String, List<String>> columns = new LinkedHashMap<>();
		Map<String, IndexInfo.Kind> kinds = new LinkedHashMap<>();
		this.session.query(show("SHOW INDEX FROM "), (row) -> {
			String name = row.getString("Key_name");
			columns.computeIfAbsent(name, (key) -> new ArrayList<>()).add(row.getString("Column_name"));
			kinds.put(name, kind(name, row.getInt("Non_unique") == 0, lower(row.getString("Index_type"))));
			return "";
		});
		List<IndexInfo> indexes = new ArrayList<>();
		columns.forEach(
				(name, indexed) -> indexes.add(new IndexInfo(name, kinds.getOrDefault(name, IndexInfo.Kind.ORDINARY),
						indexed, vectors.getOrDefault(lower(name), Map.of()))));
		return indexes;
	}

	private static IndexInfo.Kind kind(String name, boolean unique, String type) {
		if (name.equals("PRIMARY")) {
			return IndexInfo.Kind.PRIMARY;
		}
		return switch (type) {
			case "vector" -> IndexInfo.Kind.VECTOR;
			case "fulltext" -> IndexInfo.Kind.FULLTEXT;
			default -> (unique) ? IndexInfo.Kind.UNIQUE : IndexInfo.Kind.ORDINARY;
		};
	}

	/**
	 * Return the settings of vector indexes by their names in lower case.
	 */
	static Map<String, Map<String, String>> vectors(String statement) {
		Map<String, Map<String, String>> vectors = new LinkedHashMap<>();
		Matcher matcher = VECTOR_INDEX.matcher(statement);
		while (matcher.find()) {
			Map<String, String> parameters = new LinkedHashMap<>();
			for (String parameter : matcher.group(3).split(",")) {
				String[] parts = parameter.strip().split("\\s*=\\s*", 2);
				if (parts.length == 2) {
					parameters.put(lower(parts[0]), lower(parts[1]));
				}
			}
			vectors.put(lower(matcher.group(1).replace("``", "`")), parameters);
		}
		return vectors;
	}

	private Sql show(String words) {
		return TableStatements.name(new SqlBuilder().append(words), this.table).build();
	}

	private static String lower(@Nullable String text) {
		return (text != null) ? text.toLowerCase(Locale.ROOT) : "";
	}

}
