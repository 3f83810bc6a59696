package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Position;
import io.quiver.data.core.query.Filter.Text;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@link SeekdbStore} does beside what every store does, on the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SeekdbStoreTests {

	private static final List<String> HOSTILE = List.of("'; DROP TABLE hostile; --", "\\", "\\'", "\\\\'; --", "\"",
			"`", "a\u0000b", "?", "??", ":name", "%s", "{d '2026-01-01'}", "\ud83d\ude00", " blanks ", "\t\n\r\u001a",
			"/*+ hint */ --", "$.\"a\"", "{\"$time\":\"x\"}", "|%_");

	private final String name = "store_" + UUID.randomUUID().toString().substring(0, 8);

	private SeekdbServer server;

	private SeekdbClient client;

	private SeekdbStore store;

	@BeforeEach
	void open(SeekdbServer server) {
		this.server = server;
		this.client = SeekdbClients.client(server);
		this.store = new SeekdbStore("test", this.client);
	}

	@AfterEach
	void close() {
		this.store.drop(this.name);
		this.store.close();
	}

	private SeekdbStore customized(UnaryOperator<TableSchema> customizer) {
		return new SeekdbStore("test", this.client, customizer);
	}

	private WriteResult write(CollectionSpec spec, WriteMode mode, Row... rows) {
		return this.store.write(WriteRequest.of(spec, mode, List.of(rows)));
	}

	private @Nullable Row read(CollectionSpec spec, Object... key) {
		return this.store.get(spec, List.of(Key.of(key)), Projection.all(spec), SearchOptions.none()).get(0);
	}

	private List<Row> find(CollectionSpec spec, @Nullable Filter filter) {
		return this.store.find(
				new FindRequest(spec, Projection.key(spec), filter, List.of(), 0, 100_000, null, SearchOptions.none()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:mariadb:", "jdbc:mysql:", "jdbc:oceanbase:" })
	void keepsHostileTextsInEveryPlace(String driver) {
		close();
		this.client = SeekdbClient
			.builder(SeekdbPool.of(this.server.url().replace("jdbc:mariadb:", driver)).withCredentials("root", null))
			.build();
		this.store = new SeekdbStore("test", this.client);
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING),
				new ListColumn("list", ColumnType.STRING, true), new MapColumn("meta"),
				new ValueColumn("words", ColumnType.STRING, true, true, true, false));
		this.store.create(spec);
		for (String hostile : HOSTILE) {
			Map<String, Object> meta = Map.of(hostile, hostile, "list", List.of(hostile));
			Row row = Row.of(hostile, hostile, List.of(hostile, hostile), meta, hostile);
			write(spec, WriteMode.SAVE, row);
			assertThat(read(spec, hostile)).as(hostile).isEqualTo(row);
			List<Row> key = List.of(Row.of(hostile));
			for (Filter filter : List.of(where("id").is(hostile), where("text").is(hostile),
					where("text").in(List.of(hostile)), new Text("text", Position.PREFIX, hostile, false),
					new Text("text", Position.SUFFIX, hostile, true), where("list").contains(hostile),
					where("meta." + hostile).is(hostile), where("meta.list").contains(hostile))) {
				List<Row> found = find(spec, Filter.and(where("id").is(hostile), filter));
				assertThat(found).as("%s by %s", hostile, filter).isEqualTo(key);
			}
			find(spec, where("words").matches(hostile));
		}
		assertThat(find(spec, null)).hasSize(HOSTILE.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:mariadb:", "jdbc:mysql:", "jdbc:oceanbase:" })
	void findsTheEmptyTextAmongOthers(String driver) {
		close();
		this.client = SeekdbClient
			.builder(SeekdbPool.of(this.server.url().replace("jdbc:mariadb:", driver)).withCredentials("root", null))
			.build();
		this.store = new SeekdbStore("test", this.client);
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING));
		this.store.create(spec);
		write(spec, WriteMode.SAVE, Row.of("", ""), Row.of(" ", " "), Row.of("a", "a"));
		assertThat(find(spec, where("text").in(List.of("", " ")))).containsExactly(Row.of(""), Row.of(" "));
		assertThat(this.store.get(spec, List.of(Key.of(" "), Key.of("")), Projection.of(1), SearchOptions.none()))
			.containsExactly(Row.of(" "), Row.of(""));
	}

	@ParameterizedTest
	@EnumSource
	void takesNoVectorWhoseDistancesTheServerCannotCompute(Metric metric) {
		CollectionSpec spec = Specs.spec(this.name, Specs.vector("v", 3, metric));
		this.store.create(spec);
		write(spec, WriteMode.SAVE, Row.of("near", new float[] { 5e18f, 5e18f, 0 }),
				Row.of("far", new float[] { -5e18f, -5e18f, 0 }));
		List<float[]> vectors = new ArrayList<>(
				List.of(new float[] { 0, 0, 1e20f }, new float[] { Float.MAX_VALUE, 0, 0 }));
		if (metric == Metric.COSINE) {
			vectors.add(new float[] { 1e-24f, 0, 0 });
		}
		for (float[] vector : vectors) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> write(spec, WriteMode.SAVE, Row.of("bad", vector)))
				.withMessageContaining("scale it");
			for (boolean exact : List.of(true, false)) {
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
					.isThrownBy(() -> this.store.nearest(nearest(spec, vector, exact)))
					.withMessageContaining("scale it");
			}
		}
		for (boolean exact : List.of(true, false)) {
			assertThat(this.store.nearest(nearest(spec, new float[] { 6e18f, 6e18f, 0 }, exact)))
				.extracting((hit) -> hit.row().get(0))
				.containsExactly("near", "far");
		}
	}

	private static NearestRequest nearest(CollectionSpec spec, float[] vector, boolean exact) {
		SearchOptions options = SearchOptions.none();
		return new NearestRequest(spec, Projection.of(0), 1, vector, null, SimilarityRange.all(), 0, 2,
				(exact) ? options.withExact() : options);
	}

	@Test
	void keepsATextOfAMegabyte() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING), new MapColumn("meta"));
		this.store.create(spec);
		String large = "it's \ud83d\ude00\\ ".repeat(100_000);
		Row row = Row.of("large", large, Map.of("text", large));
		write(spec, WriteMode.SAVE, row);
		assertThat(read(spec, "large")).isEqualTo(row);
		assertThat(find(spec, where("text").is(large))).hasSize(1);
	}

	@Test
	void sendsLargeRowsInSeveralStatements() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING));
		this.store.create(spec);
		String large = "'".repeat(1_500_000);
		Row[] rows = IntStream.range(0, 12).mapToObj((i) -> Row.of("r" + i, large)).toArray(Row[]::new);
		assertThat(write(spec, WriteMode.SAVE, rows)).isEqualTo(WriteResult.allStored(12));
		assertThat(this.store.count(spec, where("text").is(large), SearchOptions.none())).isEqualTo(12);
	}

	@Test
	void keepsEveryNumberOfMetadataAndLists() {
		CollectionSpec spec = Specs.spec(this.name, new MapColumn("meta"),
				new ListColumn("doubles", ColumnType.DOUBLE, true),
				new ListColumn("decimals", ColumnType.DECIMAL, true));
		this.store.create(spec);
		Random random = new Random(3);
		List<Object> doubles = new ArrayList<>(List.of(0.1, 0.43946558709097283, 1e40, -0.0, Double.MIN_VALUE,
				Double.MAX_VALUE, 1e22, 9007199254740993d));
		while (doubles.size() < 500) {
			double value = Double.longBitsToDouble(random.nextLong());
			doubles.add(Double.isFinite(value) ? value : random.nextDouble());
		}
		Map<String, Object> meta = new HashMap<>();
		for (int i = 0; i < doubles.size(); i++) {
			meta.put("n" + i, doubles.get(i));
		}
		Row row = Row.of("x", meta, doubles,
				List.of(new BigDecimal("1.10"), new BigDecimal("1E+3"), new BigDecimal("0.00")));
		write(spec, WriteMode.SAVE, row);
		assertThat(read(spec, "x")).isEqualTo(row);
		for (int i = 0; i < 60; i++) {
			assertThat(find(spec, where("meta.n" + i).is(doubles.get(i)))).as("n%s = %s", i, doubles.get(i)).hasSize(1);
			assertThat(find(spec, where("doubles").contains(doubles.get(i)))).hasSize(1);
		}
		assertThat(find(spec, where("meta.n1").lt(0.43946558709097283))).isEmpty();
		assertThat(find(spec, where("meta.n1").gt(0.4394655870909728))).hasSize(1);
		assertThat(find(spec, where("doubles").contains(0.0))).hasSize(1);
		assertThat(find(spec, where("decimals").contains(new BigDecimal("1.1")))).hasSize(1);
		assertThat(find(spec, where("decimals").contains(new BigDecimal("1000")))).hasSize(1);
	}

	@Test
	void ignoresTheCaseOfLettersThatTheServerDoesNotKnow() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING));
		this.store.create(spec);
		write(spec, WriteMode.SAVE, Row.of("1", "x\u023a"), Row.of("2", "X\u2c65"), Row.of("3", "x"));
		for (String text : List.of("x\u023a", "X\u2c65")) {
			assertThat(find(spec, where("text").isIgnoreCase(text))).containsExactly(Row.of("1"), Row.of("2"));
			assertThat(find(spec, new Text("text", Position.SUFFIX, text.substring(1), true)))
				.containsExactly(Row.of("1"), Row.of("2"));
		}
	}

	@Test
	void takesTheTwoZerosOfAKeyForOne() {
		CollectionSpec spec = new CollectionSpec(this.name,
				List.of(Specs.key("id", ColumnType.DOUBLE), Specs.value("text", ColumnType.STRING)));
		this.store.create(spec);
		write(spec, WriteMode.SAVE, Row.of(-0.0, "zero"), Row.of(1.5, "other"));
		assertThat(read(spec, -0.0)).isEqualTo(Row.of(0.0, "zero"));
		assertThat(this.store.get(spec, List.of(Key.of(0.0), Key.of(-0.0), Key.of(1.5)), Projection.of(1),
				SearchOptions.none()))
			.containsExactly(Row.of("zero"), Row.of("zero"), Row.of("other"));
	}

	@Test
	void letsTheServerCountKeys() {
		CollectionSpec spec = new CollectionSpec(this.name,
				List.of(new KeyColumn("id", ColumnType.LONG, true), Specs.value("text", ColumnType.STRING)));
		this.store.create(spec);
		assertThat(this.store.describe(spec)).isEqualTo(spec);
		WriteResult result = write(spec, WriteMode.INSERT, Row.of(null, "a"), Row.of(100L, "b"), Row.of(null, "c"));
		assertThat(result.keys()).hasSize(3).doesNotHaveDuplicates().contains(Key.of(100L));
		List<@Nullable Row> rows = this.store.get(spec, result.keys(), Projection.of(1), SearchOptions.none());
		assertThat(rows).containsExactly(Row.of("a"), Row.of("b"), Row.of("c"));
		WriteResult partly = write(spec, WriteMode.INSERT, Row.of(100L, "no"), Row.of(null, "d"));
		assertThat(partly.failures()).extracting(WriteResult.RowFailure::index).containsExactly(0);
		assertThat(partly.keys()).hasSize(1);
	}

	@Test
	void tellsTheKeyOfEachOfManyRowsThoughSeveralWrite() throws Exception {
		CollectionSpec spec = new CollectionSpec(this.name,
				List.of(new KeyColumn("id", ColumnType.LONG, true), Specs.value("text", ColumnType.STRING)));
		this.store.create(spec);
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			List<Callable<Void>> writers = IntStream.range(0, 3).<Callable<Void>>mapToObj((writer) -> () -> {
				for (int i = 0; i < 5; i++) {
					String prefix = writer + "-" + i + "-";
					List<Row> rows = IntStream.range(0, 1200).mapToObj((row) -> Row.of(null, prefix + row)).toList();
					WriteResult result = this.store.write(WriteRequest.of(spec, WriteMode.INSERT, rows));
					assertThat(result.failures()).isEmpty();
					assertThat(this.store.get(spec, result.keys(), Projection.of(1), SearchOptions.none()))
						.isEqualTo(rows.stream().map((row) -> Row.of(row.get(1))).toList());
				}
				return null;
			}).toList();
			for (Future<Void> written : threads.invokeAll(writers, 120, TimeUnit.SECONDS)) {
				written.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void makesIdentifiersItself() {
		CollectionSpec spec = new CollectionSpec(this.name,
				List.of(new KeyColumn("id", ColumnType.UUID, true), Specs.value("text", ColumnType.STRING)));
		this.store.create(spec);
		WriteResult result = write(spec, WriteMode.SAVE, Row.of(null, "a"), Row.of(new UUID(0, 1), "b"));
		assertThat(result.keys()).hasSize(2).contains(Key.of(new UUID(0, 1)));
		assertThat(read(spec, result.keys().get(0).parts().get(0))).extracting((row) -> row.get(1)).isEqualTo("a");
	}

	@Test
	void namesTheRowsOfManyThatFail() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG));
		this.store.create(spec);
		write(spec, WriteMode.SAVE, Row.of("r000500", 1L), Row.of("r001999", 1L));
		Row[] rows = IntStream.range(0, 2500).mapToObj((i) -> Row.of("r%06d".formatted(i), 2L)).toArray(Row[]::new);
		WriteResult result = write(spec, WriteMode.INSERT, rows);
		assertThat(result.affected()).isEqualTo(2498);
		assertThat(result.failures()).extracting(WriteResult.RowFailure::index).containsExactly(500, 1999);
		assertThat(result.failures()).extracting(WriteResult.RowFailure::cause)
			.allSatisfy((cause) -> assertThat(cause).isInstanceOf(DuplicateKeyException.class));
		assertThat(this.store.count(spec, where("size").is(2L), SearchOptions.none())).isEqualTo(2498);
	}

	@Test
	void namesTheRowsOfManyUpdatesThatFail() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING));
		this.client.jdbcClient()
			.sql("CREATE TABLE `" + this.name + "` (id VARBINARY(100) PRIMARY KEY, text VARCHAR(3))")
			.update();
		Row[] rows = IntStream.range(0, 250).mapToObj((i) -> Row.of("r%06d".formatted(i), "old")).toArray(Row[]::new);
		write(spec, WriteMode.SAVE, rows);
		Row[] changed = IntStream.range(0, 252)
			.mapToObj((i) -> Row.of("r%06d".formatted(i), (i == 120) ? "long" : "new"))
			.toArray(Row[]::new);
		WriteResult result = write(spec, WriteMode.UPDATE, changed);
		assertThat(result.affected()).isEqualTo(249);
		assertThat(result.failures()).extracting(WriteResult.RowFailure::index).containsExactly(120, 250, 251);
		assertThat(result.failures().get(0).cause()).isInstanceOf(DataIntegrityViolationException.class);
		assertThat(this.store.count(spec, where("text").is("new"), SearchOptions.none())).isEqualTo(249);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPDATE", "SAVE" })
	void doesNotWaitForItselfWhenTheSameRowsAreWrittenInAnotherOrder(WriteMode mode) throws Exception {
		close();
		this.client = SeekdbClient.builder(SeekdbClients.pool(this.server).withLockTimeout(Duration.ofSeconds(60)))
			.build();
		this.store = new SeekdbStore("test", this.client);
		CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG));
		this.store.create(spec);
		int size = (mode == WriteMode.SAVE) ? 800 : 80;
		List<Row> rows = IntStream.range(0, size).mapToObj((i) -> Row.of("r%06d".formatted(i), 1L)).toList();
		List<Row> reversed = new ArrayList<>(rows);
		Collections.reverse(reversed);
		this.store.write(WriteRequest.of(spec, WriteMode.SAVE, rows));
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Callable<List<WriteResult>>> writers = List.of(rows, reversed)
				.stream()
				.<Callable<List<WriteResult>>>map((order) -> () -> IntStream.range(0, 20)
					.mapToObj((i) -> this.store.write(WriteRequest.of(spec, mode, order)))
					.toList())
				.toList();
			for (Future<List<WriteResult>> written : threads.invokeAll(writers, 120, TimeUnit.SECONDS)) {
				assertThat(written.get()).containsOnly(WriteResult.allStored(size));
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void namesRowsThatFailAndLetsTheLastOfAKeyWin() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG));
		this.store.create(spec);
		write(spec, WriteMode.SAVE, Row.of("c", 0L), Row.of("a", 0L));
		WriteResult result = write(spec, WriteMode.INSERT, Row.of("d", 1L), Row.of("c", 1L), Row.of("b", 1L),
				Row.of("a", 1L), Row.of("b", 2L));
		assertThat(result.failures()).extracting(WriteResult.RowFailure::index).containsExactly(1, 3, 4);
		assertThat(read(spec, "b")).isEqualTo(Row.of("b", 1L));
		write(spec, WriteMode.SAVE, Row.of("d", 3L), Row.of("a", 3L), Row.of("d", 4L), Row.of("c", 3L));
		assertThat(read(spec, "d")).isEqualTo(Row.of("d", 4L));
	}

	@Test
	void tellsHowManyRowsThereAre() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG));
		this.store.create(spec);
		assertThat(this.store.stats(this.name).rows()).isZero();
		write(spec, WriteMode.SAVE, Row.of("a", 0L), Row.of("b", 0L));
		assertThat(this.store.stats(this.name).rows()).isEqualTo(2);
	}

	@Test
	void refusesAKeyThatIsTooLongAndStoresTheOthers() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG));
		this.store.create(spec);
		WriteResult result = write(spec, WriteMode.SAVE, Row.of("a", 1L), Row.of("k".repeat(5000), 1L),
				Row.of("c", 1L));
		assertThat(result.failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.index()).isOne();
			assertThat(failure.cause()).isInstanceOf(DataIntegrityViolationException.class)
				.hasMessageContaining("at most 4096 bytes")
				.hasMessageContaining("5000");
		});
		assertThat(find(spec, null)).containsExactly(Row.of("a"), Row.of("c"));
	}

	@Test
	void keyIsAsLongInBytesAsItsTextIs() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG));
		this.store.create(spec);
		WriteResult result = write(spec, WriteMode.INSERT, Row.of("\u00e4".repeat(2048), 1L),
				Row.of("\u00e4".repeat(2049), 1L));
		assertThat(result.failures()).singleElement()
			.satisfies((failure) -> assertThat(failure.cause()).hasMessageContaining("4098"));
	}

	@Test
	void storesNothingOfRowsOfWhichOneHasTheWrongType() {
		CollectionSpec spec = Specs.spec(this.name, Specs.vector("v", 2, Metric.COSINE));
		this.store.create(spec);
		for (float[] vector : new float[][] { { 0, 0 }, { 1, Float.NaN }, { 1, Float.POSITIVE_INFINITY }, { 1 } }) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> write(spec, WriteMode.SAVE, Row.of("a", new float[] { 1, 1 }), Row.of("b", vector)));
		}
		assertThat(find(spec, null)).isEmpty();
	}

	@Test
	void makesACollectionOnceForSeveralProcesses() throws Exception {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING),
				Specs.vector("v", 4, Metric.COSINE));
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			Callable<Void> create = () -> {
				try (SeekdbStore other = new SeekdbStore("other", SeekdbClients.client(this.server))) {
					other.create(spec);
				}
				return null;
			};
			for (Future<Void> created : threads.invokeAll(List.of(create, create, create, create), 60,
					TimeUnit.SECONDS)) {
				created.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.store.describe(this.name)).isEqualTo(spec);
	}

	@Test
	void describesEveryColumnWithoutBeingToldWhatToExpect() {
		CollectionSpec spec = new CollectionSpec(this.name, Specs.ARTICLES.columns());
		this.store.create(spec);
		assertThat(this.store.describe(this.name)).isEqualTo(spec);
	}

	@Test
	void refusesATableOfAnotherShapeAndNamesBoth() {
		this.store.create(Specs.spec(this.name, Specs.value("text", ColumnType.STRING)));
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.store.create(Specs.spec(this.name, Specs.value("text", ColumnType.LONG))))
			.withMessageContaining(this.name)
			.withMessageContaining("STRING")
			.withMessageContaining("LONG");
	}

	@Test
	void worksOnATableThatSomebodyElseHasMade() {
		this.client.jdbcClient()
			.sql("CREATE TABLE `" + this.name
					+ "` (id VARCHAR(50) COLLATE utf8mb4_bin PRIMARY KEY, price DECIMAL(10,2),"
					+ " at DATETIME(6), day DATE, open BOOLEAN, tags JSON, v VECTOR(2),"
					+ " VECTOR INDEX i (v) WITH (distance=cosine, type=hnsw))")
			.update();
		CollectionSpec spec = Specs.spec(this.name, Specs.value("price", ColumnType.DECIMAL),
				Specs.value("at", ColumnType.TIMESTAMP), Specs.value("day", ColumnType.DATE),
				Specs.value("open", ColumnType.BOOLEAN), new ListColumn("tags", ColumnType.STRING, true),
				Specs.vector("v", 2, Metric.COSINE));
		assertThat(this.store.describe(spec)).isEqualTo(spec);
		Row row = Row.of("x", new BigDecimal("1.10"), Instant.parse("2026-01-02T03:04:05.123456Z"),
				LocalDate.of(2026, 1, 2), true, List.of("a"), new float[] { 1, 0.1f });
		write(spec, WriteMode.SAVE, row);
		assertThat(read(spec, "x")).isEqualTo(row);
		assertThat(find(spec,
				Filter.and(where("id").is("x"), where("price").gt(new BigDecimal("1.09")),
						where("at").lt(Instant.parse("2026-01-02T03:04:05.1235Z")), where("tags").contains("a"))))
			.hasSize(1);
	}

	@Test
	void takesTheIndexThatWasAddedToTheSchema() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("views", ColumnType.LONG),
				Specs.vector("v", 2, Metric.EUCLIDEAN));
		SeekdbStore indexed = customized(
				(schema) -> schema.withIndex(ColumnIndex.of("by_views", "views")).withOrganization(Organization.HEAP));
		indexed.create(spec);
		assertThat(indexed.describe(spec)).isEqualTo(spec);
		assertThat(this.client.jdbcClient()
			.sql("SHOW INDEX FROM `" + this.name + "`")
			.query((row, number) -> row.getString("Key_name"))
			.list()).contains("by_views");
	}

	@Test
	void takesATypeOfTimeThatWasChosenForTheSchema() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("at", ColumnType.TIMESTAMP));
		customized(
				(schema) -> new TableSchema(
						schema.fields()
							.stream()
							.map((field) -> (field.name().equals("at")) ? new FieldSchema("at", FieldType.DATETIME,
									false, false, true, null, null, field.comment()) : field)
							.toList(),
						schema.indexes(), schema.organization(), null, null))
			.create(spec);
		assertThat(this.store.describe(spec)).isEqualTo(spec);
		Instant time = Instant.parse("2026-01-02T03:04:05.123456Z");
		write(spec, WriteMode.SAVE, Row.of("x", time));
		assertThat(read(spec, "x")).isEqualTo(Row.of("x", time));
		assertThat(find(spec, where("at").is(time))).hasSize(1);
	}

	@Test
	void refusesASchemaThatLacksAColumn() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("text", ColumnType.STRING));
		SeekdbStore without = customized((schema) -> TableSchema.of(schema.fields().get(0)));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> without.create(spec))
			.withMessageContaining("'text'");
		assertThat(this.store.describe(spec)).isNull();
	}

	@Test
	void readsAndWritesPartitions() {
		CollectionSpec spec = new CollectionSpec(this.name,
				List.of(Specs.key("id", ColumnType.LONG), Specs.value("text", ColumnType.STRING)));
		this.client.jdbcClient()
			.sql("CREATE TABLE `" + this.name + "` (id BIGINT PRIMARY KEY, text LONGTEXT) PARTITION BY RANGE (id) "
					+ "(PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)")
			.update();
		write(spec, WriteMode.SAVE, Row.of(1L, "a"), Row.of(11L, "b"));
		SearchOptions second = SearchOptions.none().withPartitions("p1");
		assertThat(this.store.count(spec, null, second)).isOne();
		assertThat(this.store.get(spec, List.of(Key.of(1L), Key.of(11L)), Projection.of(1), second))
			.containsExactly(null, Row.of("b"));
		WriteResult outside = this.store.write(new WriteRequest(spec, WriteMode.SAVE, Projection.all(spec),
				List.of(Row.of(2L, "c"), Row.of(12L, "d")), null, WriteOptions.none().withPartition("p1")));
		assertThat(outside.failures()).extracting(WriteResult.RowFailure::index).containsExactly(0);
		assertThat(this.store.deleteWhere(spec, null, WriteOptions.none().withPartition("p1"))).isEqualTo(2);
		assertThat(find(spec, null)).containsExactly(Row.of(1L));
	}

	@Test
	void findsWhatTheGraphDoesNotReach() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG),
				Specs.vector("v", 2, Metric.INNER_PRODUCT));
		this.store.create(spec);
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			rows.add(
					Row.of("row-%02d".formatted(i), (long) i, (i < 20) ? new float[] { 1, 1 } : new float[] { -5, i }));
		}
		this.store.write(WriteRequest.of(spec, WriteMode.SAVE, rows));
		NearestRequest request = new NearestRequest(spec, Projection.key(spec), 2, new float[] { 1, 1 },
				where("size").lt(20L), SimilarityRange.all(), 0, 20, SearchOptions.none());
		assertThat(this.store.nearest(request)).hasSize(20);
	}

	@Test
	void addsColumnsWithTheirIndexes() {
		CollectionSpec before = Specs.spec(this.name, Specs.value("text", ColumnType.STRING));
		this.store.create(before);
		write(before, WriteMode.SAVE, Row.of("old", "x"));
		CollectionSpec after = Specs.spec(this.name, Specs.value("text", ColumnType.STRING),
				new ValueColumn("body", ColumnType.STRING, true, true, true, false),
				Specs.vector("v", 2, Metric.EUCLIDEAN), new MapColumn("meta"));
		this.store.addColumns(after);
		this.store.addColumns(after);
		assertThat(this.store.describe(after)).isEqualTo(after);
		write(after, WriteMode.SAVE, Row.of("new", "y", "quick fox", new float[] { 1, 1 }, Map.of("a", 1L)));
		assertThat(find(after, where("body").matches("fox"))).containsExactly(Row.of("new"));
		assertThat(read(after, "old")).isEqualTo(Row.of("old", "x", null, null, null));
		CollectionSpec impossible = Specs.spec(this.name, Specs.value("text", ColumnType.STRING),
				new ValueColumn("never_null", ColumnType.LONG, false, false, false, false));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.store.addColumns(impossible))
			.withMessageContaining("never_null");
	}

	@ParameterizedTest
	@EnumSource(SyncMode.class)
	void addsTheIndexThatTheCustomizerMakesOfIt(SyncMode mode) {
		SeekdbStore heap = customized((schema) -> new TableSchema(schema.fields(),
				schema.indexes()
					.stream()
					.map((index) -> (index instanceof VectorIndex vector)
							? vector.withOptions(HnswOptions.hnsw().withM(24).withSyncMode(mode)) : index)
					.toList(),
				Organization.HEAP, null, null)
			.withIndex(ColumnIndex.of("by_size", "size")));
		heap.create(Specs.spec(this.name, Specs.value("size", ColumnType.LONG)));
		CollectionSpec after = Specs.spec(this.name, Specs.value("size", ColumnType.LONG),
				Specs.vector("v", 2, Metric.EUCLIDEAN));
		heap.addColumns(after);
		heap.addColumns(after);
		assertThat(vectorIndex()).containsEntry("m", "24")
			.containsEntry("sync_mode", mode.name().toLowerCase(Locale.ROOT));
		assertThat(heap.describe(after)).isEqualTo(after);
	}

	@ParameterizedTest
	@CsvSource({ "HEAP, INDEX", "INDEX, HEAP" })
	void addsAnIndexThatFollowsEveryWriteWhereTheTableIsOrganizedOtherwise(Organization there, Organization wanted) {
		customized((schema) -> schema.withOrganization(there))
			.create(Specs.spec(this.name, Specs.value("size", ColumnType.LONG)));
		CollectionSpec after = Specs.spec(this.name, Specs.value("size", ColumnType.LONG),
				Specs.vector("v", 2, Metric.EUCLIDEAN));
		customized((schema) -> new TableSchema(schema.fields(), schema.indexes().stream().map((index) -> {
			boolean asynchronous = index instanceof VectorIndex && wanted == Organization.HEAP;
			return (asynchronous) ? ((VectorIndex) index).withOptions(HnswOptions.hnsw().withSyncMode(SyncMode.ASYNC))
					: index;
		}).toList(), wanted, null, null)).addColumns(after);
		assertThat(vectorIndex().getOrDefault("sync_mode", "immediate")).isEqualTo("immediate");
		write(after, WriteMode.SAVE, Row.of("a", 1L, new float[] { 1, 1 }));
		assertThat(this.store.nearest(new NearestRequest(after, Projection.key(after), 2, new float[] { 1, 1 }, null,
				SimilarityRange.all(), 0, 1, SearchOptions.none())))
			.hasSize(1);
	}

	private Map<String, String> vectorIndex() {
		return this.client.table(this.name)
			.indexes()
			.list()
			.stream()
			.filter((index) -> index.kind() == IndexInfo.Kind.VECTOR)
			.findFirst()
			.orElseThrow()
			.parameters();
	}

	@Test
	void comparesVersionsOfRowsWithKeysOfSeveralParts() {
		CollectionSpec spec = new CollectionSpec(this.name, Specs.VERSIONED.columns());
		this.store.create(spec);
		write(spec, WriteMode.SAVE, Row.of(1L, "x", 1L, 1L), Row.of(1L, "X", 1L, 1L));
		WriteResult result = this.store.write(new WriteRequest(spec, WriteMode.UPDATE, Projection.all(spec),
				List.of(Row.of(1L, "x", 2L, 5L), Row.of(1L, "X", 3L, 6L)), List.of(1L, 2L), WriteOptions.none()));
		assertThat(result.failures()).extracting(WriteResult.RowFailure::index).containsExactly(1);
		assertThat(Objects.requireNonNull(read(spec, 1L, "x")).get(3)).isEqualTo(5L);
		assertThat(Arrays.asList(read(spec, 1L, "X"), read(spec, 1L, "x "))).containsExactly(Row.of(1L, "X", 1L, 1L),
				null);
	}

}
