package io.quiver.store.proxima.server;

import io.quiver.store.proxima.proto.Document;

/**
 * A document as the server keeps it.
 *
 * @author Quiver
 * @param id the server's own number, which grows with each insert and update
 * @param row what was written
 * @param document what is answered, without a score
 */
record Stored(long id, Row row, Document document) {

	static Stored of(long id, Row row) {
		return new Stored(id, row,
				Document.newBuilder().setPrimaryKey(row.key()).addAllForwardColumnValues(row.forward()).build());
	}

}
