package io.quiver.store.proxima.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quiver.store.proxima.proto.GenericKeyValue;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.OperationType;
import io.quiver.store.proxima.proto.WriteRequest;
import io.quiver.store.proxima.proto.WriteRequest.IndexColumnMeta;

/**
 * Checks a request to write and makes rows of it. If anything is wrong, nothing is
 * written.
 *
 * @author Quiver
 */
final class RowReader {

	private final Schema schema;

	private final WriteRequest request;

	RowReader(Schema schema, WriteRequest request) {
		this.schema = schema;
		this.request = request;
	}

	/**
	 * Read all rows.
	 * @throws Refused if any is wrong
	 */
	List<Row> read() {
		refuse(this.request.getRowsCount() == 0);
		checkIndexColumns();
		checkForwardColumns();
		this.request.getRowsList().forEach(this::checkCounts);
		return this.request.getRowsList().stream().map(this::row).toList();
	}

	private List<IndexColumnMeta> indexMetas() {
		return this.request.getRowMeta().getIndexColumnMetasList();
	}

	private List<String> forwardNames() {
		return this.request.getRowMeta().getForwardColumnNamesList();
	}

	private void checkIndexColumns() {
		refuse(indexMetas().size() > this.schema.indexColumns().size());
		for (IndexColumnMeta meta : indexMetas()) {
			refuse(this.schema.indexColumn(meta.getColumnName())
				.filter((column) -> column.dimension() == Integer.toUnsignedLong(meta.getDimension()))
				.isEmpty());
		}
	}

	private void checkForwardColumns() {
		refuse(forwardNames().size() > this.schema.forwardNames().size());
		refuse(!this.schema.forwardNames().containsAll(forwardNames()));
	}

	private void checkCounts(WriteRequest.Row row) {
		if (row.getOperationType() != OperationType.OP_DELETE) {
			refuse(indexMetas().isEmpty());
			refuse(row.getIndexColumnValues().getValuesCount() != indexMetas().size());
			refuse(row.getForwardColumnValues().getValuesCount() != forwardNames().size());
		}
	}

	private Row row(WriteRequest.Row row) {
		if (this.schema.repository() && !row.hasLsnContext()) {
			throw Code.EMPTY_LSN_CONTEXT.refused();
		}
		boolean writes = row.getOperationType() == OperationType.OP_INSERT
				|| row.getOperationType() == OperationType.OP_UPDATE;
		Map<String, float[]> vectors = writes ? vectors(row) : Map.of();
		return new Row(row.getPrimaryKey(), row.getOperationType(), this.schema.fits(vectors.keySet()), vectors,
				writes ? forward(row) : List.of(), row.getLsnContext());
	}

	private Map<String, float[]> vectors(WriteRequest.Row row) {
		Map<String, float[]> vectors = new HashMap<>();
		for (int i = 0; i < indexMetas().size(); i++) {
			IndexColumnMeta meta = indexMetas().get(i);
			IndexColumn column = this.schema.indexColumn(meta.getColumnName()).orElseThrow();
			vectors.put(column.name(), column.written(row.getIndexColumnValues().getValues(i), meta.getDataType()));
		}
		return vectors;
	}

	private List<GenericKeyValue> forward(WriteRequest.Row row) {
		List<GenericValue> values = row.getForwardColumnValues().getValuesList();
		List<GenericKeyValue> forward = new ArrayList<>();
		for (String name : this.schema.forwardNames()) {
			int given = forwardNames().indexOf(name);
			GenericValue value = (given < 0) ? GenericValue.getDefaultInstance() : values.get(given);
			forward.add(GenericKeyValue.newBuilder().setKey(name).setValue(value).build());
		}
		return forward;
	}

	private static void refuse(boolean wrong) {
		if (wrong) {
			throw Code.INVALID_WRITE_REQUEST.refused();
		}
	}

}
