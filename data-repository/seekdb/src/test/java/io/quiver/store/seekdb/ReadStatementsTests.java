package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.SortKey;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The statements of reads and searches.
 *
 * @author Quiver
 */
class ReadStatementsTests {

	private static final CollectionSpec SPEC = Specs.ARTICLES;

	private static final int VIEWS = 2;

	private static final float[] POINT = { 1, 2 };

	/** Floats, the lowest byte first. */
	private static final byte[] SENT = { 0, 0, -128, 63, 0, 0, 0, 64 };

	private final SeekdbRows rows = new SeekdbRows(SPEC);

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void assertSql(Sql sql, String text, Object... values) {
		assertThat(sql.text()).isEqualTo(text);
		assertThat(sql.values()).usingRecursiveComparison().isEqualTo(List.of(values));
	}

	private Sql find(@Nullable Filter filter, List<SortKey> sort, long offset, @Nullable Row after) {
		return SeekdbReads.statement(this.rows,
				new FindRequest(SPEC, Projection.of(1), filter, sort, offset, 10, after, SearchOptions.none()));
	}

	private Sql nearest(@Nullable Filter filter, SimilarityRange range, int offset, int limit, SearchOptions options) {
		return SeekdbNearest.statement(this.rows, new NearestRequest(SPEC, Projection.of(0), SPEC.indexOf("v"), POINT,
				filter, range, offset, limit, options));
	}

	@Test
	void getsOneRowWithoutItsKeyAndManyWithTheirs() {
		assertSql(SeekdbReads.get(this.rows, List.of(Key.of("x")), Projection.of(VIEWS), List.of()),
				"SELECT `views` FROM `articles` WHERE `id` = ?", bytes("x"));
		assertSql(
				SeekdbReads.get(this.rows, List.of(Key.of("x"), Key.of("y")), Projection.of(VIEWS),
						List.of("p0", "p1")),
				"SELECT `id`, `views` FROM `articles` PARTITION(`p0`, `p1`) WHERE `id` IN (?, ?)", bytes("x"),
				bytes("y"));
	}

	@Test
	void asksForVectorsWithAllTheirDigits() {
		assertThat(SeekdbReads
			.get(this.rows, List.of(Key.of("x")), Projection.of(SPEC.indexOf("v"), SPEC.indexOf("meta")), List.of())
			.text()).startsWith("SELECT array_map(x -> x*1e0, `v`), `meta` FROM");
	}

	@Test
	void asksForSomethingWhereNoColumnIsWanted() {
		assertThat(SeekdbReads.get(this.rows, List.of(Key.of("x")), Projection.of(), List.of()).text())
			.startsWith("SELECT 1 FROM");
	}

	@Test
	void putsNullsWhereTheyAreWanted() {
		assertThat(find(null, List.of(new SortKey(VIEWS, false, true)), 0, null).text())
			.endsWith(" ORDER BY `views`, `id` LIMIT ?");
		assertThat(find(null, List.of(new SortKey(VIEWS, false, false)), 0, null).text())
			.endsWith(" ORDER BY `views` IS NULL, `views`, `id` LIMIT ?");
		assertThat(find(null, List.of(new SortKey(VIEWS, true, true)), 0, null).text())
			.endsWith(" ORDER BY `views` IS NULL DESC, `views` DESC, `id` LIMIT ?");
		assertThat(find(null, List.of(new SortKey(VIEWS, true, false)), 0, null).text())
			.endsWith(" ORDER BY `views` DESC, `id` LIMIT ?");
	}

	@Test
	void goesOnBehindAKeyByOneComparison() {
		assertSql(find(where("views").gt(1L), List.of(), 0, Row.of("x")),
				"SELECT `title` FROM `articles` WHERE (`views` > ?) AND `id` > ? ORDER BY `id` LIMIT ?", 1L, bytes("x"),
				10);
		Sql composite = SeekdbReads.statement(new SeekdbRows(Specs.VERSIONED), new FindRequest(Specs.VERSIONED,
				Projection.of(0), null, List.of(), 5, 10, Row.of(1L, "x"), SearchOptions.none()));
		assertSql(composite, "SELECT `a` FROM `versioned` WHERE (`a`, `b`) > (?, ?) ORDER BY `a`, `b` LIMIT ? OFFSET ?",
				1L, bytes("x"), 10, 5L);
	}

	@Test
	void goesOnBehindAValueAndItsKey() {
		assertSql(find(null, List.of(new SortKey(VIEWS, true, false)), 0, Row.of(7L, "x")),
				"SELECT `title` FROM `articles` WHERE (`views` < ? OR `views` IS NULL OR (`views` = ? AND `id` > ?))"
						+ " ORDER BY `views` DESC, `id` LIMIT ?",
				7L, 7L, bytes("x"), 10);
	}

	@Test
	void goesOnBehindANull() {
		assertThat(find(null, List.of(new SortKey(VIEWS, false, false)), 0, Row.of(null, "x")).text())
			.contains("WHERE (FALSE OR (`views` IS NULL AND `id` > ?))");
		assertThat(find(null, List.of(new SortKey(VIEWS, false, true)), 0, Row.of(null, "x")).text())
			.contains("WHERE (`views` IS NOT NULL OR (`views` IS NULL AND `id` > ?))");
	}

	@Test
	void findsNeighboursByTheIndexAndBreaksTiesOutside() {
		assertSql(nearest(where("views").gt(1L), SimilarityRange.all(), 5, 10, SearchOptions.none().withEf(20)),
				"SELECT `~0`, `~distance` FROM (SELECT `id` AS `~0`,"
						+ " l2_distance(`v`, ?) AS `~distance` FROM `articles` WHERE (`views` > ?)"
						+ " ORDER BY `~distance` APPROXIMATE LIMIT ? PARAMETERS(ef_search=?)) AS `nearest`"
						+ " ORDER BY `~distance` + 0, `~0` LIMIT ? OFFSET ?",
				SENT, 1L, 15, 20, 10, 5);
	}

	@Test
	void looksAtNoFewerCandidatesThanRowsAreWanted() {
		assertThat(nearest(null, SimilarityRange.all(), 0, 50, SearchOptions.none().withEf(1)).values())
			.usingRecursiveComparison()
			.isEqualTo(List.of(SENT, 50, 50));
	}

	@Test
	void comparesEveryRowWhereThatIsAskedFor() {
		assertSql(nearest(null, SimilarityRange.all(), 0, 10, SearchOptions.none().withExact()),
				"SELECT `id`, l2_distance(`v`, ?) AS `~distance` FROM `articles` WHERE `v` IS NOT NULL"
						+ " ORDER BY `~distance`, `id` LIMIT ?",
				SENT, 10);
	}

	@Test
	void comparesEveryRowWhereTheIndexGivesFewer() {
		assertThat(nearest(null, SimilarityRange.all(), 0, SeekdbNearest.MAX_APPROXIMATE, SearchOptions.none()).text())
			.contains("APPROXIMATE");
		assertThat(nearest(null, SimilarityRange.all(), 1, SeekdbNearest.MAX_APPROXIMATE, SearchOptions.none()).text())
			.doesNotContain("APPROXIMATE");
	}

	@Test
	void comparesEveryRowWhereTheNearestAreNotWanted() {
		Sql sql = nearest(null, new SimilarityRange(0, true, 0.5, false), 0, 10, SearchOptions.none());
		assertThat(sql.text()).contains("WHERE `v` IS NOT NULL AND l2_distance(`v`, ?) >= ? ORDER BY");
		assertThat((Double) sql.values().get(2)).isCloseTo(1, Offset.offset(1e-5));
		assertThat(nearest(null, new SimilarityRange(0.5, true, 1, true), 0, 10, SearchOptions.none()).text())
			.contains("APPROXIMATE");
		assertThat(nearest(null, new SimilarityRange(0, true, 0, false), 0, 10, SearchOptions.none()).text())
			.contains("AND FALSE");
	}

	@Test
	void refusesAPointThatDoesNotFit() {
		NearestRequest request = new NearestRequest(SPEC, Projection.of(0), SPEC.indexOf("v"),
				new float[] { 1, Float.NaN }, null, SimilarityRange.all(), 0, 1, SearchOptions.none());
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> SeekdbNearest.statement(this.rows, request))
			.withMessageContaining("finite")
			.withMessageContaining("'v'");
		NearestRequest other = new NearestRequest(SPEC, Projection.of(0), VIEWS, POINT, null, SimilarityRange.all(), 0,
				1, SearchOptions.none());
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> SeekdbNearest.statement(this.rows, other))
			.withMessageContaining("no vectors");
	}

	@Test
	void ranksByTheWordsOfEachColumn() {
		int body = SPEC.indexOf("body");
		RankRequest request = new RankRequest(SPEC, Projection.of(0), List.of(body, body), "it's", null, 0,
				where("views").gt(1L), 5, 10, SearchOptions.none());
		assertSql(SeekdbRank.statement(this.rows, request, request.projection(), 5, 10),
				"SELECT `id`, (MATCH(`body`) AGAINST (?) + MATCH(`body`) AGAINST (?)) AS `~score` FROM `articles`"
						+ " WHERE (MATCH(`body`) AGAINST (?) OR MATCH(`body`) AGAINST (?)) AND (`views` > ?)"
						+ " ORDER BY `~score` DESC, `id` LIMIT ? OFFSET ?",
				"it's", "it's", "it's", "it's", 1L, 10, 5);
	}

}
