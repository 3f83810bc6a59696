package io.quiver.store.seekdb;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quiver.store.seekdb.model.TableSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * What stands in the database under the name of a collection. The server keeps the names
 * of tables in small letters, so that the name as it was given ends the table's comment.
 * A table that somebody else made has no such mark and answers to its name in any case.
 *
 * @param name the name that the server tells
 * @param view whether it is a view
 * @param comment the comment
 * @author Quiver
 */
record CollectionTable(String name, boolean view, String comment) {

	private static final String ALL = "SELECT table_name, table_type, table_comment FROM information_schema.tables"
			+ " WHERE table_schema = DATABASE()";

	private static final String MARK = "quiver collection ";

	private static final Pattern MARKED = Pattern.compile("(?:|.* )" + MARK + "(\\S+)", Pattern.DOTALL);

	/**
	 * Return the statement that asks for all of them, or for one.
	 */
	static Sql select(@Nullable String name) {
		SqlBuilder sql = new SqlBuilder().append(ALL);
		return ((name != null) ? sql.append(" AND table_name = ").bind(name) : sql).build();
	}

	static ResultReader<CollectionTable> reader() {
		return (row) -> new CollectionTable(row.getString(1), row.getString(2).contains("VIEW"),
				Objects.requireNonNullElse(row.getString(3), ""));
	}

	/**
	 * Find what stands under a name, which the server compares by more than case.
	 */
	static @Nullable CollectionTable find(Session session, String name) {
		return session.query(select(name), reader())
			.stream()
			.filter((table) -> table.name.equalsIgnoreCase(name))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Add the name of a collection to the schema of its table.
	 */
	static TableSchema mark(TableSchema schema, String collection) {
		String comment = schema.comment();
		return schema.withComment(((comment != null && !comment.isEmpty()) ? comment + " " : "") + MARK + collection);
	}

	/**
	 * Return the name of the collection.
	 */
	String collection() {
		Matcher matcher = MARKED.matcher(this.comment);
		return (matcher.matches() && matcher.group(1).equalsIgnoreCase(this.name)) ? matcher.group(1) : this.name;
	}

	/**
	 * Return whether this is the collection of a name.
	 */
	boolean isOf(String collection) {
		return !this.view && (collection().equals(collection) || !MARKED.matcher(this.comment).matches());
	}

	/**
	 * Refuse what is not the collection of a name, though it stands in its place.
	 */
	void require(String collection) {
		if (this.view) {
			throw new InvalidDataAccessResourceUsageException(
					"'%s' is a view, but a collection is a table with a primary key; choose another name"
						.formatted(collection));
		}
		if (!isOf(collection)) {
			throw new InvalidDataAccessResourceUsageException(
					"Collection '%s' has the table of collection '%s', whose name differs in case only; choose another name"
						.formatted(collection, collection()));
		}
	}

}
