package io.quiver.store.seekdb;

import java.util.Map;

import io.quiver.store.seekdb.model.Output;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/**
 * What is made of rows, known once their table is.
 *
 * @param <T> the type of a row
 * @author Quiver
 */
@FunctionalInterface
interface RowsAs<T extends @Nullable Object> {

	RowMapper<T> mapper(QueryStatements statements, Output output);

	/**
	 * Return maps of the values by the names of their fields.
	 */
	static RowsAs<Map<String, @Nullable Object>> maps() {
		return (statements, output) -> new RowMaps(statements.columns(output), output);
	}

	static <T extends @Nullable Object> RowsAs<T> of(RowMapper<T> mapper) {
		return (statements, output) -> mapper;
	}

}
