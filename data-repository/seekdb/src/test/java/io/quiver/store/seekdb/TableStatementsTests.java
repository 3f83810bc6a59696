package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.HnswOptions.BinaryQuantization;
import io.quiver.store.seekdb.model.IvfOptions;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.SindiOptions;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TableStatements}, {@link IndexStatements} and
 * {@link PartitionStatements}.
 *
 * @author Quiver
 */
class TableStatementsTests {

	private static final TableSchema ONE = TableSchema.of(FieldSchema.primary("id", FieldType.INT));

	@Test
	void theQuickFormHasAnIdAVectorAndAnIndex() {
		assertThat(text(TableStatements.create("t", QuickSchema.of(3).withAutoId().toSchema(), false)))
			.isEqualTo("CREATE TABLE `t` (`id` BIGINT NOT NULL AUTO_INCREMENT, `vector` VECTOR(3) NOT NULL, "
					+ "PRIMARY KEY (`id`), "
					+ "VECTOR INDEX `vector_idx` (`vector`) WITH (distance=l2, type=hnsw, lib=vsag))");
		assertThat(text(TableStatements.create("t",
				QuickSchema.of(3)
					.withId("k", FieldType.varchar(9))
					.withVectorName("v")
					.withMetric(Distance.NEGATIVE_INNER_PRODUCT)
					.withOrganization(Organization.HEAP)
					.toSchema(),
				true)))
			.isEqualTo("CREATE TABLE IF NOT EXISTS `t` (`k` VARCHAR(9) COLLATE utf8mb4_bin NOT NULL, "
					+ "`v` VECTOR(3) NOT NULL, PRIMARY KEY (`k`), "
					+ "VECTOR INDEX `v_idx` (`v`) WITH (distance=inner_product, type=hnsw, lib=vsag)) "
					+ "ORGANIZATION = HEAP");
	}

	@Test
	void fieldsHaveTheirTypeCollationDefaultAndComment() {
		TableSchema schema = TableSchema
			.of(FieldSchema.primary("a", FieldType.decimal(10, 2)), FieldSchema.primary("b", FieldType.varbinary(7)),
					FieldSchema.of("c", FieldType.varchar(5)).withCollation("utf8mb4_bin").withDefault("it's"),
					FieldSchema.of("d", FieldType.array(FieldType.array(FieldType.INT))).withNullable(),
					FieldSchema.of("e", FieldType.TIMESTAMP).withCurrentTimestamp().withComment("why"),
					FieldSchema.of("f", FieldType.SPARSEVECTOR), FieldSchema.of("g", FieldType.named("INT UNSIGNED")))
			.withComment("about");
		Sql sql = TableStatements.create("t", schema, false);
		assertThat(text(sql)).isEqualTo("CREATE TABLE `t` (`a` DECIMAL(10,2) NOT NULL, `b` VARBINARY(7) NOT NULL, "
				+ "`c` VARCHAR(5) COLLATE utf8mb4_bin NOT NULL DEFAULT ?, `d` ARRAY(ARRAY(INT)) NULL, "
				+ "`e` TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT ?, `f` SPARSEVECTOR NOT NULL, "
				+ "`g` INT UNSIGNED NOT NULL, PRIMARY KEY (`a`, `b`)) COMMENT = ?");
		assertThat(sql.values()).containsExactly("it's", "why", "about");
	}

	@Test
	void aTableWithoutAKeyHasNone() {
		assertThat(text(TableStatements.create("t", TableSchema.of(FieldSchema.of("a", FieldType.JSON)), false)))
			.isEqualTo("CREATE TABLE `t` (`a` JSON NOT NULL)");
	}

	@Test
	void indexesOfEveryKindHaveTheirOptions() {
		assertThat(text(IndexStatements.create("t",
				VectorIndex.of("i", "v", Distance.COSINE,
						HnswOptions.sq()
							.withM(24)
							.withEfConstruction(300)
							.withEfSearch(80)
							.withExtraInfoMaxSize(64)
							.withSyncMode(SyncMode.IMMEDIATE)),
				4)))
			.isEqualTo("CREATE /*+ parallel(4) */ VECTOR INDEX `i` ON `t` (`v`) WITH (distance=cosine, type=hnsw_sq, "
					+ "lib=vsag, m=24, ef_construction=300, ef_search=80, extra_info_max_size=64, "
					+ "sync_mode=immediate)");
		assertThat(text(IndexStatements.create("t",
				VectorIndex.of("i", "v", Distance.L2,
						HnswOptions.bq().withQuantization(new BinaryQuantization(4.0, "sq8", 4, false))),
				0)))
			.isEqualTo("CREATE VECTOR INDEX `i` ON `t` (`v`) WITH (distance=l2, type=hnsw_bq, lib=vsag, "
					+ "refine_k=4.0, refine_type=sq8, bq_bits_query=4, bq_use_fht=false)");
		assertThat(text(IndexStatements.create("t",
				VectorIndex.of("i", "v", Distance.L2,
						IvfOptions.pq(8).withNlist(16).withSamplePerNlist(32).withNbits(6)),
				0)))
			.isEqualTo("CREATE VECTOR INDEX `i` ON `t` (`v`) WITH (distance=l2, type=ivf_pq, lib=ob, nlist=16, "
					+ "sample_per_nlist=32, nbits=6, m=8)");
		assertThat(text(IndexStatements.create("t",
				VectorIndex.sindi("i", "s")
					.withOptions(SindiOptions.sindi().withPrune(0.1).withRefine().withDropRatioSearch(0.2)),
				0)))
			.isEqualTo("CREATE VECTOR INDEX `i` ON `t` (`s`) WITH (distance=inner_product, type=sindi, lib=vsag, "
					+ "prune=true, refine=true, drop_ratio_build=0.1, drop_ratio_search=0.2)");
		assertThat(text(IndexStatements.create("t",
				FullTextIndex.of("i", "a", "b").withParser(FullTextIndex.Parser.NGRAM2), 0)))
			.isEqualTo("CREATE FULLTEXT INDEX `i` ON `t` (`a`, `b`) WITH PARSER ngram2");
		assertThat(text(IndexStatements.create("t", ColumnIndex.of("i", "a", "b"), 0)))
			.isEqualTo("CREATE INDEX `i` ON `t` (`a`, `b`)");
		assertThat(text(IndexStatements.create("t", ColumnIndex.of("i", "a").withUnique(), 0)))
			.isEqualTo("CREATE UNIQUE INDEX `i` ON `t` (`a`)");
	}

	@Test
	void indexesAreDroppedRefreshedAndRebuilt() {
		assertThat(text(IndexStatements.drop("t", "i"))).isEqualTo("DROP INDEX `i` ON `t`");
		assertThat(IndexStatements.refresh("t'", "i", 5))
			.isEqualTo(new Sql("CALL DBMS_VECTOR.REFRESH_INDEX(?, ?, '', ?)", List.of("i", "t'", 5)));
		assertThat(IndexStatements.rebuild("t", "i'", 0.5))
			.isEqualTo(new Sql("CALL DBMS_VECTOR.REBUILD_INDEX(?, ?, '', ?)", List.of("i'", "t", 0.5)));
		assertThat(text(IndexStatements.refreshAll())).isEqualTo("CALL dbms_index_manager.refresh()");
	}

	@Test
	void partitionsOfEveryKindStandBehindTheTable() {
		assertThat(partitioned(Partitioning.range("id", Partition.lessThan("p0", 100),
				Partition.lessThan("p1", PartitionBound.MAXVALUE))))
			.isEqualTo("PARTITION BY RANGE (`id`) (PARTITION `p0` VALUES LESS THAN (?), "
					+ "PARTITION `p1` VALUES LESS THAN (MAXVALUE))");
		assertThat(partitioned(Partitioning.rangeColumns(List.of("id", "id"), Partition.lessThan("p0", 1, "x"),
				Partition.lessThan("p1", PartitionBound.MAXVALUE, PartitionBound.MAXVALUE))))
			.isEqualTo("PARTITION BY RANGE COLUMNS (`id`, `id`) (PARTITION `p0` VALUES LESS THAN (?, ?), "
					+ "PARTITION `p1` VALUES LESS THAN (MAXVALUE, MAXVALUE))");
		assertThat(partitioned(
				Partitioning.list("id", Partition.in("p0", 1, 2), Partition.in("p1", PartitionBound.DEFAULT))))
			.isEqualTo("PARTITION BY LIST (`id`) (PARTITION `p0` VALUES IN (?, ?), "
					+ "PARTITION `p1` VALUES IN (DEFAULT))");
		assertThat(partitioned(Partitioning.listColumns(List.of("id", "id"),
				Partition.in("p0", List.of(1, "a"), List.of(2, "b")), Partition.in("p1", PartitionBound.DEFAULT))))
			.isEqualTo("PARTITION BY LIST COLUMNS (`id`, `id`) (PARTITION `p0` VALUES IN ((?, ?), (?, ?)), "
					+ "PARTITION `p1` VALUES IN (DEFAULT))");
		assertThat(partitioned(Partitioning.hash("id", 60))).isEqualTo("PARTITION BY HASH (`id`) PARTITIONS 60");
		assertThat(partitioned(Partitioning.hash("id", 2).withExpression("id DIV 7").withNames("a", "b")))
			.isEqualTo("PARTITION BY HASH (id DIV 7) (PARTITION `a`, PARTITION `b`)");
		assertThat(partitioned(Partitioning.key(3))).isEqualTo("PARTITION BY KEY () PARTITIONS 3");
	}

	@Test
	void subpartitionsStandBeforeThePartitions() {
		assertThat(partitioned(Partitioning.range("id", Partition.lessThan("p0", 1))
			.withSubpartitions(Partitioning.list("id", Partition.in("a", 1), Partition.in("b", 2)))))
			.isEqualTo("PARTITION BY RANGE (`id`) SUBPARTITION BY LIST (`id`) SUBPARTITION TEMPLATE "
					+ "(SUBPARTITION `a` VALUES IN (?), SUBPARTITION `b` VALUES IN (?)) "
					+ "(PARTITION `p0` VALUES LESS THAN (?))");
		assertThat(partitioned(Partitioning.hash("id", 2).withSubpartitions(Partitioning.key(List.of("id"), 3))))
			.isEqualTo("PARTITION BY HASH (`id`) SUBPARTITION BY KEY (`id`) SUBPARTITIONS 3 PARTITIONS 2");
	}

	@Test
	void partitionsAreChangedLater() {
		assertThat(text(PartitionStatements.repartition("t", Partitioning.hash("id", 2))))
			.isEqualTo("ALTER TABLE `t` PARTITION BY HASH (`id`) PARTITIONS 2");
		Sql add = PartitionStatements.add("t", List.of(Partition.lessThan("p", 7), Partition.in("q", "it's")));
		assertThat(text(add)).isEqualTo(
				"ALTER TABLE `t` ADD PARTITION (PARTITION `p` VALUES LESS THAN (?), " + "PARTITION `q` VALUES IN (?))");
		assertThat(add.values()).containsExactly(7, "it's");
		assertThat(text(PartitionStatements.drop("t", "PARTITION", List.of("p", "q"))))
			.isEqualTo("ALTER TABLE `t` DROP PARTITION `p`, `q`");
		assertThat(text(PartitionStatements.truncate("t", "SUBPARTITION", List.of("p0sa"))))
			.isEqualTo("ALTER TABLE `t` TRUNCATE SUBPARTITION `p0sa`");
	}

	@Test
	void tablesAreChangedRenamedEmptiedAndDropped() {
		assertThat(text(TableStatements.addFields("t",
				List.of(FieldSchema.of("a", FieldType.INT), FieldSchema.of("b", FieldType.JSON).withNullable()))))
			.isEqualTo("ALTER TABLE `t` ADD COLUMN `a` INT NOT NULL, ADD COLUMN `b` JSON NULL");
		assertThat(text(TableStatements.dropField("t", "a"))).isEqualTo("ALTER TABLE `t` DROP COLUMN `a`");
		assertThat(text(TableStatements.rename("t", "u"))).isEqualTo("RENAME TABLE `t` TO `u`");
		assertThat(text(TableStatements.truncate("t"))).isEqualTo("TRUNCATE TABLE `t`");
		assertThat(text(TableStatements.drop("t", false))).isEqualTo("DROP TABLE `t`");
		assertThat(text(TableStatements.drop("t", true))).isEqualTo("DROP TABLE IF EXISTS `t`");
	}

	@Test
	void namesAreQuotedAndThoseThatAreTooLongRefused() {
		assertThat(text(TableStatements.drop("a'; DROP TABLE b; --", false)))
			.isEqualTo("DROP TABLE `a'; DROP TABLE b; --`");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> TableStatements.drop("a`b", false))
			.withMessageContaining("holds a backtick");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> TableStatements.drop("x".repeat(65), false));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> IndexStatements.rebuild("t", "x".repeat(65), 0));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> IndexStatements.create("t", ColumnIndex.of("x".repeat(65), "a"), 0));
	}

	@Test
	void whatDoesNotGoWithTheOrganizationIsRefused() {
		TableSchema schema = TableSchema.of(FieldSchema.vector("v", 2))
			.withIndex(VectorIndex.of("i", "v", Distance.L2, HnswOptions.hnsw().withSyncMode(SyncMode.ASYNC)));
		assertThatIllegalArgumentException().isThrownBy(() -> TableStatements.create("t", schema, false))
			.withMessageContaining("make the table with HEAP");
		assertThat(text(TableStatements.create("t", schema.withOrganization(Organization.HEAP), false)))
			.endsWith("sync_mode=async)) ORGANIZATION = HEAP");
	}

	private static String partitioned(Partitioning partitioning) {
		String text = text(TableStatements.create("t", ONE.withPartitioning(partitioning), false));
		assertThat(text).startsWith("CREATE TABLE `t` (`id` INT NOT NULL, PRIMARY KEY (`id`)) ");
		return text.substring(text.indexOf("PARTITION BY"));
	}

	private static String text(Sql sql) {
		assertThat(sql.text().chars().filter((c) -> c == '?').count()).isEqualTo(sql.values().size());
		return sql.text();
	}

}
