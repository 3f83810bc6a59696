package io.quiver.store.proxima.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Rows to be stored and deleted, one after the other in the order given.
 *
 * @param collection the name of the collection
 * @param meta the columns of the rows; {@code null} if all are deleted
 * @param rows the rows, at least one
 * @param requestId what the request is called, or {@code null}; the server does not look
 * at it
 * @param magicNumber the server's number, which writes to a fed collection need, or
 * {@code null}
 * @author Quiver
 * @since 0.1
 */
public record WriteRequest(String collection, @Nullable RowMeta meta, List<Row> rows, @Nullable String requestId,
		@Nullable Long magicNumber) {

	public WriteRequest {
		Assert.notNull(collection, "'collection' must not be null");
		rows = List.copyOf(rows);
	}

	/**
	 * Return a request.
	 * @param collection the name of the collection
	 * @param meta the columns of the rows; {@code null} if all are deleted
	 * @param rows the rows
	 * @return the request
	 */
	public static WriteRequest of(String collection, @Nullable RowMeta meta, List<Row> rows) {
		return new WriteRequest(collection, meta, rows, null, null);
	}

	/**
	 * Return a request.
	 * @param collection the name of the collection
	 * @param meta the columns of the rows; {@code null} if all are deleted
	 * @param rows the rows
	 * @return the request
	 */
	public static WriteRequest of(String collection, @Nullable RowMeta meta, Row... rows) {
		return of(collection, meta, List.of(rows));
	}

	public WriteRequest withRequestId(String requestId) {
		return new WriteRequest(this.collection, this.meta, this.rows, requestId, this.magicNumber);
	}

	public WriteRequest withMagicNumber(long magicNumber) {
		return new WriteRequest(this.collection, this.meta, this.rows, this.requestId, magicNumber);
	}

}
