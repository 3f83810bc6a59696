package io.quiver.store.proxima;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.resilience4j.retry.Retry;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.CollectionInfo;
import io.quiver.store.proxima.model.CollectionStats;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.DatabaseRepository;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.ForwardColumn;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.LsnContext;
import io.quiver.store.proxima.model.MetricType;
import io.quiver.store.proxima.model.OperationType;
import io.quiver.store.proxima.model.QueryResponse;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.model.SegmentStats;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.server.Mishap;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What the client does over either transport, against the server's own answers. The names
 * of the tests begin with the row of features that they show.
 *
 * @author Quiver
 */
abstract class ProximaClientContract {

	private static final RowMeta META = RowMeta.of(new IndexColumnMeta("length", DataType.VECTOR_FP32, 4))
		.withForwardColumn("iris_type", DataType.STRING);

	private static final CollectionConfig IRIS = CollectionConfig.of("iris", IndexColumnParam.of("length", 4))
		.withForwardColumns("iris_type");

	final ProximaServer server = new ProximaServer();

	private ProximaClient client;

	abstract ProximaClient.Builder builder(ProximaServer server);

	@BeforeEach
	void start() {
		this.server.start();
		this.client = builder(this.server).build();
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@Test
	@DisplayName("P1: nothing is sent before the first call, which asks for the version once")
	void theFirstCallAsksForTheVersion() {
		assertThat(this.server.received("get_version")).isZero();
		assertThat(this.client.details()).doesNotContainKey("version");
		this.client.listCollections();
		this.client.listCollections();
		assertThat(this.server.received("get_version")).isEqualTo(1);
		assertThat(this.server.received("list_collections")).isEqualTo(2);
		assertThat(this.client.details()).containsEntry("version", "0.2.1").containsKeys("address", "transport");
	}

	@Test
	@DisplayName("P1: a server of another version is refused, and asked again at the next call")
	void anotherVersionIsRefused() {
		this.server.version("0.3.0");
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
			.isThrownBy(() -> this.client.listCollections())
			.withMessageContaining("'0.3.0'")
			.withMessageContaining("0.2")
			.withMessageContaining("version-check");
		assertThat(this.server.received("list_collections")).isZero();
		assertThat(this.client.getVersion()).isEqualTo("0.3.0");
		this.server.version("0.2.0-10-g23c9510");
		assertThatNoException().isThrownBy(() -> this.client.listCollections());
	}

	@Test
	@DisplayName("P1: the version is not looked at if that is not wanted")
	void theVersionCheckCanBeSkipped() {
		this.server.version("unknown");
		try (ProximaClient unchecked = builder(this.server).versionCheck(false).build()) {
			assertThat(unchecked.listCollections()).isEmpty();
		}
		assertThat(this.server.received("get_version")).isZero();
	}

	@Test
	@DisplayName("P1: a failure of asking for the version is a failure of the call, which was not sent")
	void aFailedHandshakeIsNotKept() {
		this.server.every(Mishap.cut());
		assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> this.client.createCollection(IRIS));
		assertThat(this.server.received("create_collection")).isZero();
		this.server.recover();
		assertThatNoException().isThrownBy(() -> this.client.createCollection(IRIS));
	}

	@Test
	@DisplayName("P1: the probe asks for the version past the door")
	void theProbeAsksForTheVersion() {
		assertThat(this.client.probe(Deadline.none())).containsEntry("version", "0.2.1");
		this.server.kill();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.client.probe(Deadline.none()));
	}

	@Test
	@DisplayName("P1: a closed client refuses every call and runs what it was given")
	void aClosedClientRefusesCalls() {
		List<String> closed = new ArrayList<>();
		ProximaClient other = builder(this.server).onClose(() -> closed.add("closed")).build();
		other.close();
		other.close();
		assertThat(closed).hasSize(1);
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(other::listCollections)
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(other.async().listCollections()).isCompletedExceptionally();
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
			.isThrownBy(() -> other.probe(Deadline.none()));
	}

	@Test
	@DisplayName("P2: every call has an asynchronous form")
	void everyCallHasAnAsynchronousForm() {
		ProximaAsyncClient async = this.client.async();
		async.createCollection(IRIS).join();
		assertThat(async.describeCollection("iris").join().config())
			.isEqualTo(this.client.describeCollection("iris").config());
		async.write(WriteRequest.of("iris", META, iris(1), iris(2), iris(3))).join();
		assertThat(async.writeEach(WriteRequest.of("iris", META, iris(3), iris(4))).join())
			.extracting(RowStatus::isDone)
			.containsExactly(false, true);
		assertThat(async.query(VectorQuery.of("iris", "length", vector(2)).withTopK(1)).join().documents())
			.extracting(Document::key)
			.containsExactly(2L);
		assertThat(async.getDocumentByKey("iris", 1).join()).isPresent();
		assertThat(async.getDocumentByKey("iris", 9).join()).isEmpty();
		assertThat(async.statsCollection("iris").join().totalDocCount()).isEqualTo(4);
		async.deleteDocumentByKeys("iris", List.of(1L)).join();
		assertThat(async.getDocumentByKey("iris", 1).join()).isEmpty();
		assertThat(async.listCollections().join()).hasSize(1);
		assertThat(async.listCollections("none").join()).isEmpty();
		assertThat(async.getVersion().join()).isEqualTo("0.2.1");
		async.dropCollection("iris").join();
		assertThat(async.describeCollection("iris")).failsWithin(Duration.ofSeconds(30))
			.withThrowableThat()
			.withCauseInstanceOf(InvalidDataAccessResourceUsageException.class);
		assertThat(async.write(WriteRequest.of("iris", META))).isCompletedExceptionally();
	}

	@Test
	@DisplayName("P3, P5: a collection with several index columns is described as it was made")
	void aCollectionIsDescribedAsItWasMade() {
		CollectionConfig config = CollectionConfig.of("many",
				IndexColumnParam.of("first", 4).withMetric(MetricType.INNER_PRODUCT).withExtraParam("engine", "HNSW"),
				IndexColumnParam.of("second", 64).withDataType(DataType.VECTOR_BINARY64).withMetric(MetricType.HAMMING),
				IndexColumnParam.of("third", 8).withDataType(DataType.VECTOR_INT8))
			.withForwardColumns("a", "b")
			.withMaxDocsPerSegment(1000);
		this.client.createCollection(config);
		CollectionInfo info = this.client.describeCollection("many");
		assertThat(info.config()).isEqualTo(config);
		assertThat(info.status()).isEqualTo(CollectionInfo.Status.SERVING);
		assertThat(info.uuid()).matches("[0-9a-f]{32}");
		assertThat(info.magicNumber()).isZero();
		assertThat(info.latestLsn()).isNull();
	}

	@Test
	@DisplayName("P3: no limit of documents is shown as none")
	void noLimitIsShownAsNone() {
		this.client.createCollection(IRIS);
		assertThat(this.client.describeCollection("iris").config()).isEqualTo(IRIS);
	}

	@Test
	@DisplayName("P3, P13: a collection that is there is not made again")
	void aCollectionIsNotMadeTwice() {
		this.client.createCollection(IRIS);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.client.createCollection(IRIS))
			.satisfies((ex) -> assertThat(ProximaStatusException.of(ex)).map(ProximaStatusException::code)
				.hasValue(-4000));
	}

	@Test
	@DisplayName("P4: a collection fed by a table needs a place in its log and the server's number, and never shows its password")
	void aCollectionCanBeFedByATable() {
		DatabaseRepository repository = new DatabaseRepository("repository", "mysql://localhost:3306/db", "t", "u",
				"s3cret");
		this.client.createCollection(IRIS.withRepository(repository));
		CollectionInfo info = this.client.describeCollection("iris");
		assertThat(info.config().repository())
			.isEqualTo(new DatabaseRepository("repository", "mysql://localhost:3306/db", "t", "u", null));
		assertThat(info.latestLsn()).isEqualTo(new LsnContext(0, ""));
		assertThat(info.magicNumber()).isNotZero();
		WriteRequest request = WriteRequest.of("iris", META, iris(1).withLsnContext(new LsnContext(7, "seven")))
			.withRequestId("one")
			.withMagicNumber(info.magicNumber());
		this.client.write(request);
		assertThat(this.client.describeCollection("iris").latestLsn()).isEqualTo(new LsnContext(7, "seven"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.client.write(request.withMagicNumber(1)))
			.withMessageContaining("describeCollection");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(
					() -> this.client.write(WriteRequest.of("iris", META, iris(2)).withMagicNumber(info.magicNumber())))
			.withMessageContaining("LsnContext");
	}

	@Test
	@DisplayName("P6: statistics tell of each segment, and show no least value where there is none")
	void statisticsTellOfSegments() {
		this.client.createCollection(IRIS);
		SegmentStats empty = this.client.statsCollection("iris").segments().get(0);
		assertThat(empty.state()).isEqualTo(SegmentStats.State.WRITING);
		assertThat(empty.minPrimaryKey()).isNull();
		assertThat(empty.minLsn()).isNull();
		this.client.write(WriteRequest.of("iris", META, iris(5), iris(9)));
		CollectionStats stats = this.client.statsCollection("iris");
		assertThat(stats.collection()).isEqualTo("iris");
		assertThat(stats.totalDocCount()).isEqualTo(2);
		assertThat(stats.totalSegmentCount()).isEqualTo(1);
		assertThat(stats.segments()).singleElement().satisfies((segment) -> {
			assertThat(segment.docCount()).isEqualTo(2);
			assertThat(segment.minPrimaryKey()).isEqualTo(5);
			assertThat(segment.maxPrimaryKey()).isEqualTo(9);
			assertThat(segment.maxDocId()).isEqualTo(1);
		});
	}

	@Test
	@DisplayName("P7: collections are listed, all or those of one repository, and dropped")
	void collectionsAreListedAndDropped() {
		this.client.createCollection(IRIS);
		this.client.createCollection(CollectionConfig.of("fed", IndexColumnParam.of("v", 2))
			.withRepository(new DatabaseRepository("repository", "mysql://h:1/d", "t", "u", "p")));
		assertThat(this.client.listCollections()).extracting((info) -> info.config().name())
			.containsExactlyInAnyOrder("iris", "fed");
		assertThat(this.client.listCollections("repository")).extracting((info) -> info.config().name())
			.containsExactly("fed");
		this.client.dropCollection("iris");
		assertThat(this.client.listCollections()).hasSize(1);
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.client.dropCollection("iris"));
	}

	@Test
	@DisplayName("P8: inserts, updates and deletes in one request")
	void oneRequestDoesAll() {
		this.client.createCollection(IRIS);
		this.client.write(WriteRequest.of("iris", META, iris(1), iris(2),
				Row.update(1, VectorValue.of(vector(3)), "new"), Row.delete(2), iris(4)));
		assertThat(this.client.getDocumentByKey("iris", 1)).map((document) -> document.value("iris_type"))
			.hasValue("new");
		assertThat(this.client.getDocumentByKey("iris", 2)).isEmpty();
		assertThat(this.client.getDocumentByKey("iris", 4)).isPresent();
	}

	@Test
	@DisplayName("P8: every forward type comes back as it was")
	void everyForwardTypeComesBack() {
		RowMeta meta = new RowMeta(List.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2)),
				List.of(new ForwardColumn("binary", DataType.BINARY), new ForwardColumn("string", DataType.STRING),
						new ForwardColumn("bool", DataType.BOOL), new ForwardColumn("int32", DataType.INT32),
						new ForwardColumn("int64", DataType.INT64), new ForwardColumn("uint32", DataType.UINT32),
						new ForwardColumn("uint64", DataType.UINT64), new ForwardColumn("float", DataType.FLOAT),
						new ForwardColumn("double", DataType.DOUBLE), new ForwardColumn("none", DataType.STRING)));
		String[] names = meta.forwardColumns().stream().map(ForwardColumn::name).toArray(String[]::new);
		this.client
			.createCollection(CollectionConfig.of("types", IndexColumnParam.of("v", 2)).withForwardColumns(names));
		Object[] values = { new byte[] { 0, -1, 34 }, "\u4e2d=</ \ud83d\ude00'", false, Integer.MIN_VALUE,
				Long.MIN_VALUE, 4294967295L, -1L, 0.25f, -1.5d, null };
		this.client.write(WriteRequest.of("types", meta, Row.insert(-2, VectorValue.of(1f, 2f), values)));
		Document document = this.client.getDocumentByKey("types", -2).orElseThrow();
		assertThat(document.key()).isEqualTo(-2);
		assertThat(document.values().keySet()).containsExactly(names);
		assertThat(document.values().values().toArray()).isEqualTo(values);
		assertThat(document.columns().subList(0, 9)).isEqualTo(meta.forwardColumns().subList(0, 9));
		assertThat(document.columns().get(9).dataType()).isEqualTo(DataType.UNDEFINED);
	}

	@Test
	@DisplayName("P8, P13: a row that fails does not stop the others, and the failure says so")
	void aPartOfAWriteIsDone() {
		this.client.createCollection(IRIS);
		this.client.write(WriteRequest.of("iris", META, iris(2)));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.client.write(WriteRequest.of("iris", META, iris(1), iris(2), iris(3))))
			.withMessageContaining("writeEach");
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.client.write(WriteRequest.of("iris", META, iris(2))))
			.satisfies((ex) -> assertThat(ex).hasMessageNotContaining("writeEach"));
		assertThat(this.client.getDocumentByKey("iris", 1)).isPresent();
		assertThat(this.client.getDocumentByKey("iris", 3)).isPresent();
	}

	@Test
	@DisplayName("P8: rows sent singly tell which of them failed")
	void rowsSentSinglyTellWhichFailed() {
		this.client.createCollection(IRIS);
		this.client.write(WriteRequest.of("iris", META, iris(2)));
		List<RowStatus> statuses = this.client
			.writeEach(WriteRequest.of("iris", META, iris(1), iris(2), Row.delete(7), Row.delete(1), iris(1)));
		assertThat(statuses).extracting(RowStatus::key).containsExactly(1L, 2L, 7L, 1L, 1L);
		assertThat(statuses).extracting(RowStatus::isDone).containsExactly(true, false, false, true, true);
		assertThat(statuses.get(1).failure()).isInstanceOf(DuplicateKeyException.class);
		assertThat(statuses.get(2).failure()).isInstanceOf(IncorrectUpdateSemanticsDataAccessException.class);
	}

	@Test
	@DisplayName("P8: many rows are sent singly, those of one key in their order")
	void manyRowsAreSentSingly() {
		this.client.createCollection(IRIS);
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			rows.add(iris(i));
			rows.add(Row.update(i, VectorValue.of(vector(i)), "again"));
		}
		assertThat(this.client.writeEach(WriteRequest.of("iris", META, rows))).hasSize(1000)
			.allMatch(RowStatus::isDone);
		assertThat(this.client.getDocumentByKey("iris", 499)).map((document) -> document.value(0)).hasValue("again");
		assertThat(this.client.writeEach(WriteRequest.of("iris", META))).isEmpty();
	}

	@Test
	@DisplayName("P8: of a row sent singly whose answer is lost nobody knows")
	void aRowWithoutAnAnswerIsInDoubt() {
		this.client.createCollection(IRIS);
		this.client.writeEach(WriteRequest.of("iris", META, iris(1)));
		this.server.next("write", Mishap.cutWhenDone());
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.client.writeEach(WriteRequest.of("iris", META, iris(2))));
		this.server.next("write", Mishap.status(-4008, "Exceed Rate Limit"));
		List<RowStatus> statuses = this.client.writeEach(WriteRequest.of("iris", META, iris(3), iris(4)));
		assertThat(statuses).filteredOn((status) -> !status.isDone())
			.singleElement()
			.satisfies((status) -> assertThat(status.failure()).isInstanceOf(NotSentException.class));
	}

	@ParameterizedTest
	@EnumSource(names = { "VECTOR_FP32", "VECTOR_FP16", "VECTOR_INT8", "VECTOR_INT4", "VECTOR_BINARY32",
			"VECTOR_BINARY64" })
	@DisplayName("P9: the three ways of giving a vector, for each type, in writes and queries")
	void theThreeWaysOfGivingAVector(DataType type) {
		boolean binary = type == DataType.VECTOR_BINARY32 || type == DataType.VECTOR_BINARY64;
		int dimension = (binary) ? 64 : 4;
		int length = (binary) ? dimension / type.multiple() : dimension;
		int[] elements = IntStream.rangeClosed(1, length).toArray();
		String text = Arrays.toString(elements);
		byte[] bytes = VectorPacking.pack(type, dimension, VectorValue.of(elements)).toByteArray();
		IndexColumnParam column = IndexColumnParam.of("v", dimension).withDataType(type);
		this.client
			.createCollection(CollectionConfig.of("ways", (binary) ? column.withMetric(MetricType.HAMMING) : column));
		RowMeta meta = RowMeta.of(new IndexColumnMeta("v", type, dimension));
		this.client.write(WriteRequest.of("ways", meta, Row.insert(1, VectorValue.of(elements)),
				Row.insert(2, VectorValue.json(text)), Row.insert(3, VectorValue.bytes(bytes))));
		for (VectorValue way : List.of(VectorValue.of(elements), VectorValue.json(text), VectorValue.bytes(bytes))) {
			QueryResponse found = this.client.query(VectorQuery.of("ways", "v", type, way));
			assertThat(found.documents()).hasSize(3).allMatch((document) -> document.score() == 0);
		}
		QueryResponse nested = this.client
			.query(VectorQuery.of("ways", "v", type, VectorValue.json("[%s,%s]".formatted(text, text))));
		assertThat(nested.results()).hasSize(2);
	}

	@Test
	@DisplayName("P9: a half-precision column takes single precision on writing")
	void aHalfPrecisionColumnTakesSinglePrecision() {
		this.client.createCollection(
				CollectionConfig.of("half", IndexColumnParam.of("v", 2).withDataType(DataType.VECTOR_FP16)));
		this.client.write(WriteRequest.of("half", RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2)),
				Row.insert(1, VectorValue.of(1f, 2f))));
		assertThat(this.client.query(VectorQuery.of("half", "v", DataType.VECTOR_FP16, VectorValue.of(1f, 2f)))
			.documents()).singleElement().satisfies((document) -> assertThat(document.score()).isZero());
	}

	@Test
	@DisplayName("P10: documents are deleted by their keys, and one that is not there is told")
	void documentsAreDeletedByTheirKeys() {
		this.client.createCollection(IRIS);
		this.client.write(WriteRequest.of("iris", META, iris(1), iris(2)));
		assertThatExceptionOfType(IncorrectUpdateSemanticsDataAccessException.class)
			.isThrownBy(() -> this.client.deleteDocumentByKeys("iris", List.of(1L, 7L, 2L)));
		assertThat(this.client.getDocumentByKey("iris", 2)).isEmpty();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.client.deleteDocumentByKeys("iris", List.of()));
	}

	@Test
	@DisplayName("P10: a deletion that is repeated does not miss what it has deleted")
	void aRepeatedDeletionIsDone() {
		try (ProximaClient repeating = builder(this.server).calls(repeating()).build()) {
			repeating.createCollection(IRIS);
			repeating.write(WriteRequest.of("iris", META, iris(1)));
			this.server.next("write", Mishap.cutWhenDone());
			assertThatNoException().isThrownBy(() -> repeating.deleteDocumentByKeys("iris", List.of(1L)));
			this.server.next("drop_collection", Mishap.cutWhenDone());
			assertThatNoException().isThrownBy(() -> repeating.dropCollection("iris"));
		}
	}

	@Test
	@DisplayName("P8: a write that updates and deletes is not repeated after a lost answer")
	void aMixedWriteIsNotRepeated() {
		this.client.createCollection(IRIS);
		this.client.write(WriteRequest.of("iris", META, iris(1), iris(2)));
		try (ProximaClient persistent = builder(this.server).calls(repeating()).build()) {
			persistent.listCollections();
			this.server.next("write", Mishap.cutWhenDone());
			Row update = new Row(1, OperationType.UPDATE, List.of(VectorValue.of(vector(7))), List.of("type"), null);
			assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> persistent.write(WriteRequest.of("iris", META, update, Row.delete(2))));
			assertThat(this.server.received("write")).isEqualTo(2);
			assertThat(this.client.getDocumentByKey("iris", 2)).isEmpty();
		}
	}

	@Test
	@DisplayName("P8: an insert is not repeated, an update is")
	void anInsertIsNotRepeated() {
		try (ProximaClient repeating = builder(this.server).calls(repeating()).build()) {
			repeating.createCollection(IRIS);
			this.server.next("write", Mishap.cutWhenDone());
			assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> repeating.write(WriteRequest.of("iris", META, iris(1))));
			assertThat(this.server.received("write")).isEqualTo(1);
			this.server.next("write", Mishap.cutWhenDone());
			assertThatNoException().isThrownBy(() -> repeating
				.write(WriteRequest.of("iris", META, Row.update(1, VectorValue.of(vector(1)), "u"))));
			assertThat(this.server.received("write")).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("P11: a query of many vectors finds the nearest of each, with debug information and latency")
	void aQueryOfManyVectors() {
		fill();
		QueryResponse found = this.client.query(VectorQuery.of("iris", "length", vector(10), vector(20))
			.withTopK(3)
			.withDebug()
			.withExtraParam("ef_search", "300"));
		assertThat(found.results()).hasSize(2);
		assertThat(found.results().get(0).get(0).key()).isEqualTo(10);
		assertThat(found.results().get(1).get(0).key()).isEqualTo(20);
		assertThat(found.results()).allSatisfy((documents) -> {
			assertThat(documents).hasSize(3).isSortedAccordingTo(Comparator.comparing(Document::score));
			assertThat(documents.get(0).value("iris_type")).isEqualTo("type");
		});
		assertThat(found.debugInfo()).isNotEmpty();
		assertThat(found.latencyMicros()).isNotNegative();
	}

	@Test
	@DisplayName("P11: top k, linear search and radius")
	void topKLinearAndRadius() {
		fill();
		assertThat(this.client.query(VectorQuery.of("iris", "length", vector(10)).withTopK(0)).results())
			.containsExactly(List.of());
		assertThat(this.client.query(VectorQuery.of("iris", "length", vector(10))).documents()).hasSize(30);
		assertThat(
				this.client.query(VectorQuery.of("iris", "length", vector(10)).withLinear().withRadius(4)).documents())
			.extracting(Document::key)
			.containsExactlyInAnyOrder(9L, 10L, 11L);
		assertThat(this.client.query(VectorQuery.of("iris", "length", vector(10)).withTopK(2)).debugInfo()).isEmpty();
	}

	@Test
	@DisplayName("P11, P13: a query of no collection, no column or another dimension is refused")
	void aQueryThatCannotBe() {
		fill();
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.client.query(VectorQuery.of("none", "length", vector(1))));
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.client.query(VectorQuery.of("iris", "none", vector(1))));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.client.query(VectorQuery.of("iris", "length", new float[] { 1 })));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.client.query(VectorQuery.of("iris", "length", vector(1)).withTopK(-1)));
	}

	@Test
	@DisplayName("P12: a key that is not there is empty, a collection that is not there a failure")
	void aMissingKeyIsEmpty() {
		this.client.createCollection(IRIS);
		this.client.write(WriteRequest.of("iris", META, iris(0)));
		assertThat(this.client.getDocumentByKey("iris", 1)).isEmpty();
		assertThat(this.client.getDocumentByKey("iris", 0)).map(Document::key).hasValue(0L);
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.client.getDocumentByKey("none", 1));
	}

	@Test
	@DisplayName("P13: a status of any call comes as an exception with code and reason")
	void aStatusComesAsAnException() {
		this.client.listCollections();
		this.server.next("query", Mishap.status(-5005, "Collection Is Unreadable"));
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> this.client.query(VectorQuery.of("iris", "length", vector(1))))
			.satisfies((ex) -> assertThat(ProximaStatusException.of(ex)).map(ProximaStatusException::reason)
				.hasValue("Collection Is Unreadable"));
		this.server.next("list_collections", Mishap.status(-1000, ""));
		assertThatExceptionOfType(ProximaStatusException.class).isThrownBy(() -> this.client.listCollections())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-1000));
	}

	@Test
	@DisplayName("P13: a server that is gone is a transient failure, and nothing is sent to it")
	void aServerThatIsGone() {
		this.client.listCollections();
		this.server.kill();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.client.listCollections());
		assertThatExceptionOfType(NotSentException.class)
			.isThrownBy(() -> this.client.write(WriteRequest.of("iris", META, iris(1))));
		this.server.start();
	}

	@Test
	@DisplayName("P13: a connection that is cut is a transient failure")
	void aConnectionThatIsCut() {
		this.client.listCollections();
		this.server.every(Mishap.cut());
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> this.client.listCollections())
			.isNotInstanceOf(NotSentException.class);
		this.server.recover();
		assertThatNoException().isThrownBy(() -> this.client.listCollections());
	}

	private void fill() {
		this.client.createCollection(IRIS);
		Row[] rows = LongStream.range(0, 30).mapToObj(ProximaClientContract::iris).toArray(Row[]::new);
		this.client.write(WriteRequest.of("iris", META, rows));
	}

	private static StoreCalls repeating() {
		return StoreCalls.builder("test", "proxima").retry(Retry.ofDefaults("test")).build();
	}

	static Row iris(long key) {
		return new Row(key, OperationType.INSERT, List.of(VectorValue.of(vector(key))), List.of("type"), null);
	}

	static float[] vector(long key) {
		return new float[] { key, key, key, key };
	}

}
