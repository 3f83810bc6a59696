package io.quiver.store.proxima;

import java.util.Collection;
import java.util.List;

import io.quiver.store.proxima.model.ForwardColumn;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.OperationType;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.GenericValueList;
import io.quiver.store.proxima.proto.LsnContext;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Rows as they are sent.
 *
 * @author Quiver
 */
final class WriteMessages {

	private WriteMessages() {
	}

	static io.quiver.store.proxima.proto.WriteRequest of(WriteRequest request) {
		if (request.rows().isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"A write on '%s' has no rows; it needs at least one".formatted(request.collection()));
		}
		var message = head(request);
		for (Row row : request.rows()) {
			message.addRows(row(request.meta(), row));
		}
		return message.build();
	}

	/**
	 * Return what all rows of a request share, to be sent with each of them.
	 */
	static io.quiver.store.proxima.proto.WriteRequest.Builder head(WriteRequest request) {
		var message = io.quiver.store.proxima.proto.WriteRequest.newBuilder()
			.setCollectionName(Names.collection(request.collection()));
		if (request.meta() != null) {
			message.setRowMeta(meta(request.meta()));
		}
		if (request.requestId() != null) {
			message.setRequestId(request.requestId());
		}
		if (request.magicNumber() != null) {
			message.setMagicNumber(request.magicNumber());
		}
		return message;
	}

	static io.quiver.store.proxima.proto.WriteRequest delete(String collection, Collection<Long> keys) {
		Assert.notNull(keys, "'keys' must not be null");
		Assert.noNullElements(keys, "'keys' must not contain null elements");
		if (keys.isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"A deletion from '%s' has no keys; it needs at least one".formatted(collection));
		}
		var message = io.quiver.store.proxima.proto.WriteRequest.newBuilder()
			.setCollectionName(Names.collection(collection));
		for (Long key : keys) {
			message.addRows(io.quiver.store.proxima.proto.WriteRequest.Row.newBuilder()
				.setPrimaryKey(Names.key(key))
				.setOperationTypeValue(OperationType.DELETE.ordinal()));
		}
		return message.build();
	}

	private static io.quiver.store.proxima.proto.WriteRequest.RowMeta meta(RowMeta meta) {
		Names.distinct("index", meta.indexColumns(), IndexColumnMeta::name);
		Names.distinct("forward", meta.forwardColumns(), ForwardColumn::name);
		var message = io.quiver.store.proxima.proto.WriteRequest.RowMeta.newBuilder();
		for (IndexColumnMeta column : meta.indexColumns()) {
			VectorShape.check(column.name(), column.dataType(), column.dimension());
			message.addIndexColumnMetas(io.quiver.store.proxima.proto.WriteRequest.IndexColumnMeta.newBuilder()
				.setColumnName(Names.column(column.name()))
				.setDataTypeValue(column.dataType().code())
				.setDimension(column.dimension()));
		}
		for (ForwardColumn column : meta.forwardColumns()) {
			message.addForwardColumnNames(Names.forwardColumn(column.name()));
		}
		return message.build();
	}

	/**
	 * Return a row as it is sent.
	 * @param meta the columns of the row; {@code null} if it is deleted
	 */
	static io.quiver.store.proxima.proto.WriteRequest.Row row(@Nullable RowMeta meta, Row row) {
		var message = io.quiver.store.proxima.proto.WriteRequest.Row.newBuilder()
			.setPrimaryKey(Names.key(row.key()))
			.setOperationTypeValue(row.operation().ordinal());
		if (row.operation() != OperationType.DELETE) {
			fill(message, row, meta);
		}
		if (row.lsnContext() != null) {
			message.setLsnContext(
					LsnContext.newBuilder().setLsn(row.lsnContext().lsn()).setContext(row.lsnContext().context()));
		}
		return message.build();
	}

	private static void fill(io.quiver.store.proxima.proto.WriteRequest.Row.Builder message, Row row,
			@Nullable RowMeta meta) {
		if (meta == null || meta.indexColumns().isEmpty() || row.vectors().size() != meta.indexColumns().size()
				|| row.values().size() != meta.forwardColumns().size()) {
			throw new InvalidDataAccessApiUsageException(
					"The row of key %s has %d vectors and %d values; it needs one for each column of the meta, and at least one vector"
						.formatted(Long.toUnsignedString(row.key()), row.vectors().size(), row.values().size()));
		}
		GenericValueList.Builder vectors = GenericValueList.newBuilder();
		List<IndexColumnMeta> columns = meta.indexColumns();
		for (int place = 0; place < columns.size(); place++) {
			IndexColumnMeta column = columns.get(place);
			vectors.addValues(GenericValue.newBuilder()
				.setBytesValue(VectorPacking.pack(column.dataType(), column.dimension(), row.vectors().get(place))));
		}
		message.setIndexColumnValues(vectors);
		if (!meta.forwardColumns().isEmpty()) {
			GenericValueList.Builder values = GenericValueList.newBuilder();
			for (int place = 0; place < meta.forwardColumns().size(); place++) {
				values.addValues(ForwardValues.write(meta.forwardColumns().get(place), row.values().get(place)));
			}
			message.setForwardColumnValues(values);
		}
	}

}
