package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class TableColumnTests {

	private static TableColumn column(String type, boolean key, String comment, @Nullable Metric metric) {
		return new TableColumn("c", type, !key, key, false, comment, metric);
	}

	@Test
	void readsBackWhatItsCommentTells() {
		List<Column> columns = List.of(new KeyColumn("c", ColumnType.UUID, true),
				new ValueColumn("c", ColumnType.STRING, true, true, true, false),
				new ValueColumn("c", ColumnType.LONG, true, false, false, true),
				new ListColumn("c", ColumnType.DECIMAL, true), new MapColumn("c"),
				new VectorColumn("c", 384, Metric.COSINE, true));
		for (Column column : columns) {
			String type = (column instanceof VectorColumn) ? "vector(384)" : "blob";
			assertThat(column(type, column instanceof KeyColumn, ColumnText.write(column), null).column(null))
				.isEqualTo(column);
		}
	}

	@Test
	void hasTheDimensionThatItsTypeTellsWhateverItsCommentDoes() {
		String comment = ColumnText.write(new VectorColumn("c", 4, Metric.COSINE, true));
		assertThat(column("vector(5)", false, comment, Metric.COSINE).column(null))
			.isEqualTo(new VectorColumn("c", 5, Metric.COSINE, true));
	}

	@Test
	void looksAwayFromTheCommentsOfOthers() {
		for (String comment : List.of("", "quiver", "quiver for arrows", "quiver value SOMETHING", "quiver vector x",
				"the key of an article")) {
			assertThat(column("bigint(20)", false, comment, null).column(null)).as(comment)
				.isEqualTo(new ValueColumn("c", ColumnType.LONG, true, false, false, false));
		}
	}

	@Test
	void isWhatIsExpectedIfItsTypeCanHoldThat() {
		ValueColumn time = new ValueColumn("c", ColumnType.TIMESTAMP, true, true, false, false);
		assertThat(column("datetime(6)", false, "", null).column(time)).isEqualTo(time);
		assertThat(column("varchar(29)", false, "", null).column(time)).isEqualTo(time);
		KeyColumn key = new KeyColumn("c", ColumnType.STRING, false);
		assertThat(column("varchar(100)", true, "", null).column(key)).isEqualTo(key);
		ListColumn list = new ListColumn("c", ColumnType.STRING, true);
		assertThat(column("json", false, "", null).column(list)).isEqualTo(list);
		VectorColumn vector = new VectorColumn("c", 3, Metric.COSINE, true);
		assertThat(column("vector(3)", false, "", Metric.COSINE).column(vector)).isEqualTo(vector);
		assertThat(column("vector(3)", false, "", null).column(vector)).isEqualTo(vector);
	}

	@Test
	void isWhatItIsIfItsTypeCannotHoldWhatIsExpected() {
		assertThat(column("varchar(20)", false, "", null)
			.column(new ValueColumn("c", ColumnType.LONG, true, true, false, false)))
			.isEqualTo(new ValueColumn("c", ColumnType.STRING, true, false, false, false));
		assertThat(
				column("vector(3)", false, "", Metric.EUCLIDEAN).column(new VectorColumn("c", 3, Metric.COSINE, true)))
			.isEqualTo(new VectorColumn("c", 3, Metric.EUCLIDEAN, true));
		assertThat(column("float", false, "", null)
			.column(new ValueColumn("c", ColumnType.DOUBLE, true, true, false, false)))
			.isEqualTo(new ValueColumn("c", ColumnType.FLOAT, true, false, false, false));
	}

	@Test
	void tellsWhetherItMayBeNull() {
		ValueColumn expected = new ValueColumn("c", ColumnType.LONG, false, true, false, false);
		assertThat(column("bigint(20)", false, "", null).column(expected).nullable()).isTrue();
	}

}
