package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Puts a statement together. Names are quoted and values bound, so that nothing of the
 * application's becomes SQL.
 *
 * @author Quiver
 */
final class SqlBuilder {

	private final StringBuilder text = new StringBuilder();

	private final List<@Nullable Object> values = new ArrayList<>();

	/**
	 * Add SQL of ours, never a value or a name.
	 */
	SqlBuilder append(String trusted) {
		this.text.append(trusted);
		return this;
	}

	/**
	 * Add another statement, or a part of one, with its values.
	 */
	SqlBuilder append(Sql other) {
		this.text.append(other.text());
		this.values.addAll(other.values());
		return this;
	}

	/**
	 * Add SQL of ours with parameters, and keep their values.
	 */
	SqlBuilder append(String trusted, List<? extends @Nullable Object> values) {
		this.text.append(trusted);
		this.values.addAll(values);
		return this;
	}

	/**
	 * Add a name in quotes.
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the server
	 * would not take it, or would take it for another
	 */
	SqlBuilder identifier(String name) {
		Identifiers.quote(name, this.text);
		return this;
	}

	/**
	 * Add names in quotes, with commas between them.
	 */
	SqlBuilder identifiers(Collection<String> names) {
		String separator = "";
		for (String name : names) {
			append(separator).identifier(name);
			separator = ", ";
		}
		return this;
	}

	/**
	 * Add a parameter and keep its value.
	 */
	SqlBuilder bind(@Nullable Object value) {
		this.text.append('?');
		this.values.add(value);
		return this;
	}

	/**
	 * Add parameters with commas between them.
	 */
	SqlBuilder bindAll(Collection<? extends @Nullable Object> values) {
		String separator = "";
		for (Object value : values) {
			append(separator).bind(value);
			separator = ", ";
		}
		return this;
	}

	Sql build() {
		return new Sql(this.text.toString(), this.values);
	}

}
