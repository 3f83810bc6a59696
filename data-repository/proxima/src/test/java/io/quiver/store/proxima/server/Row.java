package io.quiver.store.proxima.server;

import java.util.List;
import java.util.Map;

import io.quiver.store.proxima.proto.GenericKeyValue;
import io.quiver.store.proxima.proto.LsnContext;
import io.quiver.store.proxima.proto.OperationType;

/**
 * A row that has passed the checks of its request.
 *
 * @author Quiver
 * @param key the primary key, unsigned
 * @param operation what to do with it; unknown ones delete
 * @param fitting whether the vector engine will take the vectors
 * @param vectors the vectors by column
 * @param forward the other values, in the collection's order
 * @param lsn the place in the repository's log
 */
record Row(long key, OperationType operation, boolean fitting, Map<String, float[]> vectors,
		List<GenericKeyValue> forward, LsnContext lsn) {
}
