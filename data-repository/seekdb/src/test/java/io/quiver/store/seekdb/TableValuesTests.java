package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.SparseVector;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.model.WriteRequest;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for values that the server would take, or compare, for others, in the real
 * server.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class TableValuesTests {

	private static final Condition PAGE_IS_1 = Condition.json("j", "$.page").equalTo(1);

	private static SeekdbClient client;

	@BeforeAll
	static void connect(SeekdbServer server) {
		client = SeekdbClients.client(server);
	}

	@AfterAll
	static void close() {
		client.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "COSINE", "L2", "INNER_PRODUCT" })
	void aVectorTooLongToSearchForIsRefusedInRowsAndSearches(Distance distance) {
		SeekdbTable table = ServerTables.create(client, "values_long",
				QuickSchema.of(3).withMetric(distance).toSchema());
		table.insert(row("id", 1, "vector", new float[] { 5e18f, 5e18f, 0 }));
		table.insert(row("id", 2, "vector", new float[] { -5e18f, -5e18f, 0 }));
		for (float[] vector : new float[][] { { 0, 0, 1e20f }, { 1e20f, 1e20f, 1 }, { Float.MAX_VALUE, 0, 0 } }) {
			refused(() -> table.insert(row("id", 3, "vector", vector)), "takes no vector longer than 9.0E18");
			refused(() -> table.update(row("vector", vector), Selection.ids(1)), "scale it");
			refused(() -> table.search(SearchRequest.of("vector", vector, distance)), "scale it");
			refused(() -> table.search(SearchRequest.of("vector", vector, distance).withExact()), "scale it");
		}
		SearchRequest search = SearchRequest.of("vector", new float[] { 6e18f, 6e18f, 0 }, distance);
		assertThat(table.search(search)).extracting((hit) -> hit.content().get("id")).containsExactly(1L, 2L);
		assertThat(table.search(search.withExact())).extracting((hit) -> hit.content().get("id"))
			.containsExactly(1L, 2L);
	}

	@Test
	void aVectorTooShortToHaveADirectionIsRefusedByTheCosine() {
		SeekdbTable table = ServerTables.create(client, "values_short",
				QuickSchema.of(2).withMetric(Distance.COSINE).toSchema());
		table.insert(row("id", 1, "vector", new float[] { 2e-17f, 0 }));
		table.insert(row("id", 2, "vector", new float[] { 0, 1 }));
		refused(() -> table.insert(row("id", 3, "vector", new float[] { 1e-24f, 0 })), "shorter than 1.0E-17");
		for (float[] vector : new float[][] { { 1e-24f, 0 }, { 0, 0 } }) {
			refused(() -> table.search(SearchRequest.of("vector", vector, Distance.COSINE)), "under COSINE");
		}
		assertThat(table.search(SearchRequest.of("vector", new float[] { 3e-17f, 0 }, Distance.COSINE)))
			.extracting(SearchHit::distance)
			.satisfiesExactly((near) -> assertThat(near).isLessThan(1e-6),
					(far) -> assertThat(far).isBetween(0.999999, 1.000001));
	}

	@Test
	void aRowWithoutADistanceIsNotTheNearest() {
		SeekdbTable table = ServerTables.create(client, "values_undefined",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.vector("v", 2)));
		table.insert(List.of(row("id", 1, "v", new float[2]), row("id", 2, "v", new float[] { 1, 0 })));
		List<SearchHit<Map<String, @Nullable Object>>> hits = table
			.search(SearchRequest.of("v", new float[] { 0, 1 }, Distance.COSINE).withExact());
		assertThat(hits).singleElement().satisfies((hit) -> assertThat(hit.distance()).isEqualTo(1));
	}

	@Test
	void aSparseVectorTooLongIsRefused() {
		SeekdbTable table = ServerTables.create(client, "values_sparse",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("s", FieldType.SPARSEVECTOR)));
		SparseVector vector = SparseVector.of(Map.of(1, 1e30f));
		refused(() -> table.insert(row("id", 1, "s", vector)), "scale it");
		refused(() -> table.search(SearchRequest.of("s", vector, Distance.INNER_PRODUCT).withExact()), "scale it");
		refused(() -> table.insert(row("id", 1, "s", "{500001:1}")), "between 0 and 500000");
		refused(() -> table.insert(row("id", 1, "s", "{1:x}")), "No element");
	}

	@Test
	void aKeyOfTextIsNoNumberAndOneOfNumbersNoText() {
		SeekdbTable texts = keyed("values_texts", FieldType.varchar(20));
		texts.insert(List.of(row("id", "5", "n", 1), row("id", "05", "n", 2), row("id", "5.0", "n", 3),
				row("id", "a", "n", 4)));
		for (Object id : List.of(5, 0, 5.0, true, new byte[] { 53 })) {
			refused(() -> texts.delete(id), "'id' of 'values_texts' is of type varchar(20)");
			refused(() -> texts.get(id), "varchar(20)");
			refused(() -> texts.count(Selection.ids(id)), "varchar(20)");
			refused(() -> texts.update(row("n", 9), Selection.ids(id)), "varchar(20)");
			refused(() -> texts.delete(Selection.where(Condition.field("id").equalTo(id))), "varchar(20)");
			refused(() -> texts.delete(Selection.where(Condition.field("id").in("a", id))), "varchar(20)");
		}
		assertThat(texts.delete("5")).isEqualTo(1);
		assertThat(texts.count()).isEqualTo(3);
		SeekdbTable numbers = keyed("values_numbers", FieldType.INT);
		numbers.insert(row("id", 2, "n", 1));
		refused(() -> numbers.get("2abc"), "'id' of 'values_numbers' is of type int");
		refused(() -> numbers.get("2"), "java.lang.String");
		assertThat(numbers.get(2L)).hasSize(1);
	}

	@Test
	void everyPartOfAKeyIsOfTheTypeOfItsColumn() {
		SeekdbTable table = ServerTables.create(client, "values_parts", TableSchema
			.of(FieldSchema.primary("a", FieldType.INT), FieldSchema.primary("b", FieldType.varchar(9))));
		table.insert(row("a", 1, "b", "1"));
		refused(() -> table.delete(List.of(1, 1)), "'b' of 'values_parts'");
		refused(() -> table.delete(List.of("1", "1")), "'a' of 'values_parts'");
		refused(() -> table.delete(Arrays.asList(1, null)), "must be null");
		assertThat(table.delete(List.of(1, "1"))).isEqualTo(1);
	}

	@Test
	void halfACharacterIsNoQuestionMark() {
		SeekdbTable table = keyed("values_bytes", FieldType.varbinary(20));
		table.insert(row("id", "a?b", "n", 1));
		refused(() -> table.insert(row("id", "a\ud800b", "n", 1)), "half a character at place 1");
		refused(() -> table.get("a\ud800b"), "half a character");
		refused(() -> table.count(Selection.where(Condition.field("id").equalTo("a\udc00b"))), "half a character");
		assertThat(table.get("a?b")).hasSize(1);
	}

	@Test
	void aRowIsReadOnceHoweverOftenItsKeyIsSaid() {
		SeekdbTable table = keyed("values_often", FieldType.BIGINT);
		table.insert(row("id", 7, "n", 1));
		assertThat(table.get(Collections.nCopies(2500, (Object) 7).toArray())).hasSize(1);
		Object[] mixed = IntStream.range(0, 2500).mapToObj((i) -> (i % 2 == 0) ? (Object) 7 : (Object) 7L).toArray();
		assertThat(table.get(mixed)).hasSize(1);
		SeekdbTable bytes = keyed("values_often_bytes", FieldType.varbinary(9));
		bytes.insert(row("id", new byte[] { 1 }, "n", 1));
		assertThat(bytes.get(IntStream.range(0, 2500).mapToObj((i) -> new byte[] { 1 }).toArray())).hasSize(1);
	}

	@Test
	void theIdsOfRowsAreReturnedInTheirOrderGivenOrNot() {
		for (String type : List.of("BIGINT", "BIGINT UNSIGNED")) {
			SeekdbTable table = ServerTables.create(client, "values_ids", TableSchema
				.of(FieldSchema.primary("id", FieldType.named(type)).withAutoId(), FieldSchema.of("n", FieldType.INT)));
			List<Long> ids = table.insertReturningKeys(WriteRequest.of(row("ID", 99_999, "n", 0), row("n", 1),
					row("id", null, "n", 2), row("id", 0, "n", 3), row("id", 7L, "n", 4), row("n", 5)));
			assertThat(ids).startsWith(99_999L).hasSize(6).doesNotHaveDuplicates();
			for (int i = 0; i < ids.size(); i++) {
				int n = i;
				assertThat(table.get(ids.get(i))).singleElement()
					.satisfies((found) -> assertThat(found).containsEntry("n", n));
			}
		}
		SeekdbTable uncounted = keyed("values_uncounted", FieldType.INT);
		refused(() -> uncounted.insertReturningKeys(WriteRequest.of(row("id", 1, "n", 1))), "counts up");
		assertThat(uncounted.count()).isZero();
	}

	@Test
	void anIndexOfAnotherKindIsNotTheOneThatIsWanted() {
		SeekdbTable table = keyed("values_unique", FieldType.INT);
		assertThat(table.indexes().createIfAbsent(ColumnIndex.of("i", "n"))).isTrue();
		assertThat(table.indexes().createIfAbsent(ColumnIndex.of("i", "n"))).isFalse();
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> table.indexes().createIfAbsent(ColumnIndex.of("i", "n").withUnique()))
			.withMessageContaining("drop it, or choose another name");
	}

	@Test
	void ofManyWhoCreateAnIndexIfItIsAbsentOneDoes() {
		SeekdbTable table = keyed("values_race", FieldType.INT);
		for (int round = 0; round < 3; round++) {
			ColumnIndex index = ColumnIndex.of("i" + round, "n");
			List<CompletableFuture<Boolean>> calls = IntStream.range(0, 6)
				.mapToObj((i) -> CompletableFuture.supplyAsync(() -> table.indexes().createIfAbsent(index),
						(work) -> new Thread(work).start()))
				.toList();
			assertThat(calls.stream().map(CompletableFuture::join).filter(Boolean::booleanValue)).hasSize(1);
		}
	}

	@Test
	void aPartOfJsonIsComparedExactly() {
		SeekdbTable table = ServerTables.create(client, "values_json",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("j", FieldType.JSON)));
		List<String> documents = List.of("{\"page\":null}", "{}", "{\"page\":1}", "{\"page\":2}", "{\"page\":\"a\"}",
				"{\"page\":\"a \"}", "{\"page\":[1,\"a\"]}", "{\"page\":[[1,2]]}");
		for (int i = 0; i < documents.size(); i++) {
			table.insert(row("id", i, "j", documents.get(i)));
		}
		assertThat(found(table, PAGE_IS_1)).containsExactly(2);
		assertThat(found(table, PAGE_IS_1.not())).containsExactly(3, 4, 5, 6, 7);
		assertThat(found(table, Condition.json("j", "$.page").equalTo("a"))).containsExactly(4);
		assertThat(found(table, Condition.json("j", "$.page").equalTo("a "))).containsExactly(5);
		assertThat(found(table, Condition.json("j", "$.page").in("a ", 2))).containsExactly(3, 5);
		assertThat(found(table, Condition.json("j", "$.page").like("a%"))).containsExactly(4, 5);
		assertThat(found(table, Condition.json("j", "$.page").contains(1))).containsExactly(2, 6);
		assertThat(found(table, Condition.json("j", "$.page").contains("a"))).containsExactly(4, 6);
		assertThat(found(table, Condition.json("j", "$.page").contains(1).not())).containsExactly(3, 4, 5, 7);
	}

	@Test
	@SuppressWarnings("NullAway") // those who are not warned of null may give it
	void aValueThatIsNoneIsRefusedAsTheServerWould() {
		SeekdbTable table = ServerTables.create(client, "values_none", QuickSchema.of(3).toSchema());
		refused(() -> table.insert(row("id", 1, "vector", "[NaN,1,2]")), "finite");
		refused(() -> table.insert(row("id", 1, "vector", "[x,1,2]")), "No vector");
		refused(() -> table.insert(row("id", 1, "vector", "1,2,3")), "No vector");
		refused(() -> SearchRequest.of("vector", new float[] { Float.NaN, 1, 2 }, Distance.L2), "finite");
		refused(() -> table.update(Map.of(), Selection.ids(1)), "must set a value");
		refused(() -> table.insert(Collections.<Map<String, @Nullable Object>>singletonList(null)), "A row must");
		refused(() -> table.get((Object) null, 1), "An id must not be null");
		refused(() -> Condition.field("id").in(1, null), "use isNull()");
		refused(() -> Condition.field("id").lessThan(null), "use isNull()");
	}

	@Test
	void thousandsOfConditionsSideBySideAreOne() {
		SeekdbTable table = keyed("values_many", FieldType.INT);
		table.insert(List.of(row("id", 1, "n", 2999), row("id", 2, "n", -1)));
		Condition any = Condition.field("n").equalTo(0);
		Condition turned = any;
		for (int i = 1; i < 3000; i++) {
			any = any.or(Condition.field("n").equalTo(i));
			turned = Condition.field("n").equalTo(i).or(turned);
		}
		assertThat(found(table, any)).containsExactly(1);
		assertThat(found(table, turned)).containsExactly(1);
		Condition deep = Condition.field("n").equalTo(0);
		for (int i = 0; i < 3000; i++) {
			deep = deep.not();
		}
		Condition tooDeep = deep;
		refused(() -> found(table, tooDeep), "more than 100 deep");
	}

	@Test
	void jsonThatHoldsItselfOrNamesNothingIsRefused() {
		SeekdbTable table = ServerTables.create(client, "values_cycle",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("j", FieldType.JSON)));
		Map<String, Object> cycle = new HashMap<>();
		cycle.put("self", cycle);
		refused(() -> table.insert(row("id", 1, "j", cycle)), "more than 100 deep");
		Map<@Nullable String, Object> unnamed = new HashMap<>();
		unnamed.put(null, 1);
		refused(() -> table.insert(row("id", 1, "j", unnamed)), "the key null");
		List<Object> deep = new ArrayList<>();
		for (int i = 1; i < 99; i++) {
			deep = new ArrayList<>(List.of(deep));
		}
		table.insert(row("id", 1, "j", deep));
	}

	@Test
	void aNameThatTheServerWouldCutIsRefused() {
		refused(() -> client.tables().create("b1.i", QuickSchema.of(3).toSchema()), "holds a dot");
		SeekdbTable table = ServerTables.create(client, "values_dots",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.vector("v", 2)));
		refused(() -> table.indexes().create(VectorIndex.hnsw("a.b", "v", Distance.L2)), "holds a dot");
		refused(() -> client.tables().rename("values_dots", "values.dots"), "holds a dot");
	}

	@Test
	void whatSomebodyElseMadeOfATableIsSeenAtTheNextCall() {
		SeekdbTable table = keyed("values_changed", FieldType.INT);
		table.insert(row("id", 1, "n", 1));
		assertThat(table.get(1)).containsExactly(row("id", 1, "n", 1));
		client.jdbcClient().sql("ALTER TABLE values_changed DROP COLUMN n").update();
		assertThat(table.get(1)).containsExactly(row("id", 1));
		client.jdbcClient().sql("DROP TABLE values_changed").update();
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class).isThrownBy(() -> table.get(1));
		client.jdbcClient().sql("CREATE TABLE values_changed (k INT PRIMARY KEY, t TEXT)").update();
		table.upsert(row("k", 1, "t", "x"));
		assertThat(table.get(1)).containsExactly(row("k", 1, "t", "x"));
	}

	private static SeekdbTable keyed(String name, FieldType type) {
		return ServerTables.create(client, name,
				TableSchema.of(FieldSchema.primary("id", type), FieldSchema.of("n", FieldType.INT)));
	}

	private static List<Object> found(SeekdbTable table, Condition condition) {
		return table.query(QueryRequest.where(condition).withOutput(Output.fields("id")))
			.stream()
			.<Object>map((row) -> row.get("id"))
			.sorted()
			.toList();
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call)
			.withMessageContaining(message);
	}

}
