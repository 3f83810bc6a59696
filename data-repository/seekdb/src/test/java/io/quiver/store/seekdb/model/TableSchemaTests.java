package io.quiver.store.seekdb.model;

import java.util.List;

import io.quiver.store.seekdb.model.HnswOptions.BinaryQuantization;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TableSchema}, its fields, indexes and partitions.
 *
 * @author Quiver
 */
class TableSchemaTests {

	private static final FieldSchema ID = FieldSchema.primary("id", FieldType.INT);

	private static final FieldSchema V = FieldSchema.vector("v", 6);

	@Test
	void typesAreWhatTheServerTakes() {
		refused(() -> FieldType.vector(0), "between 1 and 16000");
		refused(() -> FieldType.vector(16_001), "between 1 and 16000");
		refused(() -> FieldType.varchar(0), "'maxLength'");
		refused(() -> FieldType.varbinary(262_145), "'maxLength'");
		refused(() -> FieldType.decimal(66, 0), "'precision'");
		refused(() -> FieldType.decimal(3, 4), "'scale'");
		refused(() -> FieldType.array(FieldType.JSON), "no array of JSON");
		refused(() -> FieldType.named("INT); DROP TABLE t; --"), "must be the name of a type");
		refused(() -> new FieldType(FieldType.Kind.ARRAY, "ARRAY(INT), x INT)", 0), "must be the name of a type");
		assertThat(FieldType.array(FieldType.array(FieldType.varchar(3)))).hasToString("ARRAY(ARRAY(VARCHAR(3)))");
		assertThat(FieldType.named("bit(8)").kind()).isEqualTo(FieldType.Kind.OTHER);
		assertThat(FieldType.vector(3)).hasToString("VECTOR(3)");
	}

	@Test
	void fieldsAreWhatTheServerTakes() {
		refused(() -> ID.withNullable(), "must not be nullable");
		refused(() -> V.withPrimary(), "must not be part of the primary key");
		refused(() -> V.withDefault("[1]"), "must not have a default value");
		refused(() -> FieldSchema.of("a", FieldType.TEXT).withAutoId(), "must be a whole number");
		refused(() -> FieldSchema.autoId("a").withDefault(1), "must not have a default value as well");
		refused(() -> ID.withCurrentTimestamp(), "must be a time");
		refused(() -> ID.withCollation("utf8mb4_bin"), "must be text");
		refused(() -> FieldSchema.of("a", FieldType.TEXT).withCollation("x; y"), "must be the name of a collation");
	}

	@Test
	void aTableHasFieldsOfDifferentNamesAndIndexesOfThem() {
		refused(() -> TableSchema.of(), "must not be empty");
		refused(() -> TableSchema.of(ID, FieldSchema.of("ID", FieldType.INT)), "two fields 'ID'");
		refused(() -> TableSchema.of(FieldSchema.autoId("a"), FieldSchema.autoId("b")), "two auto ids");
		TableSchema schema = TableSchema.of(ID, V);
		refused(() -> schema.withIndex(ColumnIndex.of("i", "x")), "no field 'x' for the index 'i'");
		refused(() -> schema.withIndex(ColumnIndex.of("i", "id")).withIndex(ColumnIndex.of("I", "id")), "two indexes");
		TableSchema indexed = schema.withIndex(VectorIndex.hnsw("i", "V", Distance.L2));
		refused(() -> indexed.withIndex(VectorIndex.hnsw("j", "v", Distance.COSINE)), "cannot have two vector indexes");
		assertThat(indexed.primaryKey()).containsExactly(ID);
	}

	@Test
	void aVectorIndexGoesWithItsField() {
		TableSchema schema = TableSchema.of(ID, V, FieldSchema.of("s", FieldType.SPARSEVECTOR),
				FieldSchema.vector("wide", 4097));
		refused(() -> schema.withIndex(VectorIndex.hnsw("i", "id", Distance.L2)), "which is INT");
		refused(() -> schema.withIndex(VectorIndex.hnsw("i", "s", Distance.L2)), "which is SPARSEVECTOR");
		refused(() -> schema.withIndex(VectorIndex.sindi("i", "v")), "which is VECTOR(6)");
		refused(() -> schema.withIndex(VectorIndex.hnsw("i", "wide", Distance.L2)), "at most 4096 can be indexed");
		refused(() -> schema.withIndex(VectorIndex.of("i", "v", Distance.L2, IvfOptions.pq(4))), "must divide 6");
		refused(() -> VectorIndex.of("i", "s", Distance.L2, SindiOptions.sindi()), "must be of the inner product");
	}

	@Test
	void optionsOfIndexesAreWithinTheServersBounds() {
		refused(() -> HnswOptions.hnsw().withM(4), "between 5 and 128");
		refused(() -> HnswOptions.hnsw().withM(129), "between 5 and 128");
		refused(() -> HnswOptions.sq().withM(65), "between 5 and 64");
		refused(() -> HnswOptions.bq().withM(65), "between 5 and 64");
		refused(() -> HnswOptions.hnsw().withM(65).withExtraInfoMaxSize(1), "between 5 and 64");
		assertThat(HnswOptions.hnsw().withExtraInfoMaxSize(0).withM(128).m()).isEqualTo(128);
		refused(() -> HnswOptions.hnsw().withEfConstruction(16), "more than 'm', which is 16");
		refused(() -> HnswOptions.hnsw().withEfConstruction(1001), "at most 1000");
		refused(() -> HnswOptions.hnsw().withEfSearch(0), "'efSearch'");
		refused(() -> HnswOptions.hnsw().withExtraInfoMaxSize(16_385), "'extraInfoMaxSize'");
		refused(() -> HnswOptions.of(VectorIndexType.IVF_FLAT), "hnsw, hnsw_sq or hnsw_bq");
		refused(() -> HnswOptions.sq().withQuantization(new BinaryQuantization(null, null, null, null)),
				"hnsw_bq only");
		refused(() -> new BinaryQuantization(0.5, null, null, null), "'refineK'");
		refused(() -> new BinaryQuantization(null, "fp16", null, null), "'refineType'");
		refused(() -> new BinaryQuantization(null, null, 8, null), "'bitsOfQuery'");
		refused(() -> IvfOptions.flat().withNlist(65_537), "'nlist'");
		refused(() -> IvfOptions.flat().withSamplePerNlist(0), "'samplePerNlist'");
		refused(() -> IvfOptions.flat().withNbits(8), "of ivf_pq only");
		refused(() -> IvfOptions.pq(2).withNbits(25), "'nbits'");
		refused(() -> IvfOptions.of(VectorIndexType.IVF_PQ), "'m' of ivf_pq must be given");
		refused(() -> SindiOptions.sindi().withPrune(0.95), "'dropRatioBuild'");
		refused(() -> SindiOptions.sindi().withDropRatioSearch(-0.1), "'dropRatioSearch'");
	}

	@Test
	void anIdIsOfATypeThatCanBeAKey() {
		QuickSchema quick = QuickSchema.of(3);
		for (FieldType type : List.of(FieldType.TEXT, FieldType.LONGTEXT, FieldType.LONGBLOB, FieldType.JSON,
				FieldType.array(FieldType.INT), FieldType.vector(3), FieldType.named("tinyblob"), FieldType.DOUBLE)) {
			refused(() -> quick.withIdType(type), "'idType' must be");
		}
		for (FieldType type : List.of(FieldType.INT, FieldType.varchar(9), FieldType.varbinary(9))) {
			assertThat(quick.withIdType(type).toSchema().primaryKey()).hasSize(1);
		}
	}

	@Test
	void anIndexThatAnswersWronglyIsRefusedWithTheReason() {
		refused(() -> IvfOptions.of(VectorIndexType.IVF_SQ8), "none or few of the true neighbours");
	}

	@Test
	void namesOfDistancesAndTypesAreKnown() {
		assertThat(Distance.of("neg_ip")).isEqualTo(Distance.NEGATIVE_INNER_PRODUCT);
		assertThat(Distance.of("L2")).isEqualTo(Distance.L2);
		assertThat(Distance.of("ip")).isEqualTo(Distance.INNER_PRODUCT);
		refused(() -> Distance.of("hamming"), "not 'hamming'");
		assertThat(VectorIndexType.of("HNSW_SQ")).isEqualTo(VectorIndexType.HNSW_SQ);
		refused(() -> VectorIndexType.of("flat"), "not 'flat'");
	}

	@Test
	void partitionsGoWithTheirMethod() {
		refused(() -> Partitioning.range("id"), "must have partitions");
		refused(() -> Partitioning.range("id", Partition.in("p", 1)), "one bound below which its rows are");
		refused(() -> Partitioning.list("id", Partition.lessThan("p", 1)), "at least one value in a list");
		refused(() -> Partitioning.range("id", Partition.lessThan("p", 1), Partition.lessThan("P", 2)),
				"two partitions 'P'");
		refused(() -> Partitioning.range("id", Partition.lessThan("p", PartitionBound.DEFAULT)), "cannot have DEFAULT");
		refused(() -> Partitioning.list("id", Partition.in("p", PartitionBound.MAXVALUE)), "cannot have MAXVALUE");
		refused(() -> Partitioning.rangeColumns(List.of("a", "b"), Partition.lessThan("p", 1)), "2 values");
		refused(() -> Partitioning.hash("id", 0), "must have partitions or a number of them");
		refused(() -> Partitioning.hash("id", 8193), "'count'");
		refused(() -> Partitioning.key(2).withSubpartitions(Partitioning.key(2).withSubpartitions(Partitioning.key(2))),
				"not twice");
		refused(() -> Partitioning.key(2).withExpression("a"), "stands for the one column");
		refused(() -> Partitioning.hash("id", 2).withExpression("a); DROP TABLE t; --"), "parenthesis");
	}

	@Test
	void theColumnsThatDivideRowsArePartOfThePrimaryKey() {
		TableSchema schema = TableSchema.of(ID, FieldSchema.of("a", FieldType.INT));
		refused(() -> schema.withPartitioning(Partitioning.hash("a", 2)), "must be part of the primary key");
		refused(() -> schema.withPartitioning(Partitioning.hash("b", 2)), "no field 'b'");
		refused(() -> schema.withPartitioning(Partitioning.hash("id", 2).withSubpartitions(Partitioning.hash("a", 2))),
				"'a'");
		assertThat(TableSchema.of(FieldSchema.of("a", FieldType.INT)).withPartitioning(Partitioning.hash("a", 2)))
			.isNotNull();
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
	}

}
