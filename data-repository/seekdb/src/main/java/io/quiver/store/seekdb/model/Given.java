package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Values of rows and queries, which are refused as the server's refusals are told.
 *
 * @author Quiver
 */
final class Given {

	private Given() {
	}

	static <T> T value(@Nullable T value, String otherwise) {
		if (value == null) {
			throw new InvalidDataAccessApiUsageException(otherwise);
		}
		return value;
	}

	static <T> List<T> values(Collection<? extends @Nullable T> values, String otherwise) {
		List<T> given = new ArrayList<>(values.size());
		for (T value : values) {
			given.add(value(value, otherwise));
		}
		return Collections.unmodifiableList(given);
	}

	static void check(boolean right, String otherwise) {
		if (!right) {
			throw new InvalidDataAccessApiUsageException(otherwise);
		}
	}

}
