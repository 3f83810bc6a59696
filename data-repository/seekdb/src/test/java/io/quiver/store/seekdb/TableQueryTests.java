package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.RowOrder;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for querying a {@link SeekdbTable} of the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@DisplayName("S8: query by filter")
class TableQueryTests {

	private static SeekdbClient client;

	private static SeekdbTable table;

	@BeforeAll
	static void connect(SeekdbServer server) {
		client = SeekdbClients.client(server);
		table = ServerTables.create(client, "query_rows",
				TableSchema
					.of(FieldSchema.primary("id", FieldType.INT),
							FieldSchema.of("name", FieldType.varchar(20)).withNullable().withCollation("utf8mb4_bin"),
							FieldSchema.of("price", FieldType.DOUBLE), FieldSchema.of("ratio", FieldType.FLOAT))
					.withPartitioning(Partitioning.range("id", Partition.lessThan("p0", 3),
							Partition.lessThan("p1", PartitionBound.MAXVALUE))));
		table.insert(List.of(row("id", 1, "name", "ant", "price", 1.5, "ratio", 0.1f),
				row("id", 2, "name", "bee", "price", 2.5, "ratio", 0.2f),
				row("id", 3, "name", "Bee", "price", 3.5, "ratio", 0.3f),
				row("id", 4, "name", null, "price", 4.5, "ratio", 0.4f)));
	}

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void rowsAreFoundByAConditionInSqlWithItsValuesApart() {
		assertThat(ids(Condition.of("price BETWEEN ? AND ? AND name LIKE ?", 1, 4, "%ee"))).containsExactly(2, 3);
		assertThat(ids(Condition.of("name = '?' OR id = ?", 4))).containsExactly(4);
	}

	@Test
	void rowsAreFoundByConditionsOfEveryKind() {
		assertThat(ids(Condition.field("name").equalTo("bee"))).containsExactly(2);
		assertThat(ids(Condition.field("name").notEqualTo("bee"))).containsExactly(1, 3);
		assertThat(ids(Condition.field("price").lessThan(2.5))).containsExactly(1);
		assertThat(ids(Condition.field("price").atMost(2.5))).containsExactly(1, 2);
		assertThat(ids(Condition.field("price").greaterThan(2.5))).containsExactly(3, 4);
		assertThat(ids(Condition.field("price").atLeast(2.5))).containsExactly(2, 3, 4);
		assertThat(ids(Condition.field("name").like("_ee"))).containsExactly(2, 3);
		assertThat(ids(Condition.field("name").in("ant", "Bee"))).containsExactly(1, 3);
		assertThat(ids(Condition.field("name").in(List.of()))).isEmpty();
		assertThat(ids(Condition.field("name").isNull())).containsExactly(4);
		assertThat(ids(Condition.field("name").isNotNull())).containsExactly(1, 2, 3);
		assertThat(ids(Condition.field("id").equalTo(1).or(Condition.field("id").equalTo(4)))).containsExactly(1, 4);
		assertThat(ids(Condition.field("id").in(1, 2).and(Condition.field("price").equalTo(2.5)).not()))
			.containsExactly(1, 3, 4);
		assertThat(ids(Condition.everyRow())).containsExactly(1, 2, 3, 4);
	}

	@Test
	void rowsAreSortedAndCutAsAsked() {
		QueryRequest request = QueryRequest.of(Selection.all()).withFields("id");
		assertThat(table.query(request.withOrder(RowOrder.descending("price")).withLimit(2)))
			.containsExactly(row("id", 4), row("id", 3));
		assertThat(table.query(request.withOrder(RowOrder.ascending("name"), RowOrder.ascending("id")).withOffset(2)))
			.containsExactly(row("id", 1), row("id", 2));
		assertThat(table.query(request.withOrder(RowOrder.ascending("id")).withOffset(1).withLimit(2)))
			.containsExactly(row("id", 2), row("id", 3));
		assertThat(table.query(request.withLimit(0))).isEmpty();
	}

	@Test
	void fieldsAndExpressionsComeInTheOrderInWhichTheyAreAskedFor() {
		QueryRequest request = QueryRequest.where(Condition.field("id").equalTo(2))
			.withFields("ratio", "name")
			.withExpression(OutputExpression.of("sum", "price + ?", 10));
		assertThat(table.query(request)).containsExactly(row("ratio", 0.2f, "name", "bee", "sum", 12.5));
		assertThat(table.as((row, number) -> row.getString("name") + row.getDouble(3)).query(request))
			.containsExactly("bee12.5");
	}

	@Test
	void aQueryMayBeLimitedToPartitionsAndIds() {
		QueryRequest request = QueryRequest.of(Selection.all()).withFields("id").withOrder(RowOrder.ascending("id"));
		assertThat(table.query(request.withPartitions("p0"))).containsExactly(row("id", 1), row("id", 2));
		assertThat(table.query(request.withSelection(Selection.ids(2, 3, 9).withPartitions("p1"))))
			.containsExactly(row("id", 3));
		assertThat(table.count(Selection.where(Condition.field("price").greaterThan(2)).withPartitions("p0")))
			.isEqualTo(1);
	}

	@Test
	void aTableThatIsNotThereIsAnError() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> client.table("query_nothing").query(QueryRequest.of(Selection.all())))
			.withMessageContaining("query_nothing");
	}

	private static List<Integer> ids(Condition condition) {
		return table.as((row, number) -> row.getInt(1))
			.query(QueryRequest.where(condition).withFields("id").withOrder(RowOrder.ascending("id")));
	}

}
