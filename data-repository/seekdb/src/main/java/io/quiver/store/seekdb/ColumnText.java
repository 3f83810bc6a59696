package io.quiver.store.seekdb;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What types of SQL do not tell of a column, kept as its comment:
 * {@code quiver value STRING indexed full-text}.
 *
 * @author Quiver
 */
final class ColumnText {

	private static final String MARK = "quiver";

	private ColumnText() {
	}

	static String write(Column column) {
		if (column instanceof KeyColumn key) {
			return join("key", key.type().name(), (key.generated()) ? "generated" : "");
		}
		if (column instanceof ListColumn list) {
			return join("list", list.elementType().name());
		}
		if (column instanceof VectorColumn vector) {
			return join("vector", Integer.toString(vector.dimension()), vector.metric().name());
		}
		return (column instanceof ValueColumn value)
				? join("value", value.type().name(), (value.indexed()) ? "indexed" : "",
						(value.fullText()) ? "full-text" : "", (value.version()) ? "version" : "")
				: join("metadata");
	}

	private static String join(String... words) {
		StringBuilder text = new StringBuilder(MARK);
		for (String word : words) {
			text.append((word.isEmpty()) ? "" : " ").append(word);
		}
		return text.toString();
	}

	/**
	 * Read a column.
	 * @param name the name
	 * @param nullable whether the column may be null
	 * @param comment the comment, of ours or of anybody's
	 * @return the column, or {@code null} if the comment does not tell
	 */
	static @Nullable Column read(String name, boolean nullable, String comment) {
		String[] words = comment.strip().split(" ");
		if (words.length < 2 || !words[0].equals(MARK)) {
			return null;
		}
		Set<String> flags = Set.copyOf(Arrays.asList(words).subList(2, words.length));
		try {
			return switch (words[1]) {
				case "key" -> new KeyColumn(name, type(words), flags.contains("generated"));
				case "list" -> new ListColumn(name, type(words), nullable);
				case "vector" -> new VectorColumn(name, Integer.parseInt(words[2]),
						Metric.valueOf(words[3].toUpperCase(Locale.ROOT)), nullable);
				case "value" -> new ValueColumn(name, type(words), nullable, flags.contains("indexed"),
						flags.contains("full-text"), flags.contains("version"));
				case "metadata" -> new MapColumn(name);
				default -> null;
			};
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return null;
		}
	}

	private static ColumnType type(String[] words) {
		return ColumnType.valueOf(words[2]);
	}

}
