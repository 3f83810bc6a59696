package io.quiver.store.proxima;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.contract.fault.GuardedClient;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

/**
 * A client as the suite of faults uses it. Rows are documents; to add is to insert a
 * document that a second try would find and change.
 *
 * @param client the client
 * @author Quiver
 */
record ProximaGuardedClient(ProximaClient client) implements GuardedClient {

	private static final String COLLECTION = "faults";

	private static final RowMeta META = RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2))
		.withForwardColumn("value", DataType.STRING);

	private static final VectorValue VECTOR = VectorValue.of(1f, 2f);

	private static final long SUMS = 1_000_000;

	static void prepare(ProximaClient client) {
		client
			.createCollection(CollectionConfig.of(COLLECTION, IndexColumnParam.of("v", 2)).withForwardColumns("value"));
	}

	@Override
	public @Nullable String read(int row) {
		return value(this.client.getDocumentByKey(COLLECTION, row));
	}

	@Override
	public void save(int row, String value) {
		this.client.calls().call(saving(row, value));
	}

	@Override
	public boolean canAdd() {
		return true;
	}

	@Override
	public void add(int row) {
		this.client.calls().call(adding(row));
	}

	@Override
	public long added(int row) {
		String sum = value(this.client.getDocumentByKey(COLLECTION, SUMS + row));
		return (sum != null) ? Long.parseLong(sum) : 0;
	}

	@Override
	public boolean isAsync() {
		return true;
	}

	@Override
	public CompletableFuture<@Nullable String> readAsync(int row) {
		return this.client.async().getDocumentByKey(COLLECTION, row).thenApply(ProximaGuardedClient::value);
	}

	@Override
	public CompletableFuture<?> saveAsync(int row, String value) {
		return this.client.calls().callAsync(() -> saving(row, value));
	}

	@Override
	public CompletableFuture<?> addAsync(int row) {
		return this.client.calls().callAsync(() -> adding(row));
	}

	@Override
	public @Nullable PoolStats pool() {
		return null;
	}

	@Override
	public void close() {
		this.client.close();
	}

	private static @Nullable String value(Optional<Document> document) {
		return document.map((found) -> (String) found.value("value")).orElse(null);
	}

	private static ProximaRequest<io.quiver.store.proxima.proto.WriteRequest, Status, Boolean> saving(int row,
			String value) {
		return write(StoreOperations.SAVE, Row.update(row, VECTOR, value), Row.insert(row, VECTOR, value));
	}

	private static ProximaRequest<io.quiver.store.proxima.proto.WriteRequest, Status, Boolean> adding(int row) {
		return write(ProximaOperations.WRITE, Row.update(SUMS + row, VECTOR, "2"), Row.insert(SUMS + row, VECTOR, "1"));
	}

	/** One of the two rows always fails. */
	private static ProximaRequest<io.quiver.store.proxima.proto.WriteRequest, Status, Boolean> write(
			Operation operation, Row... rows) {
		return new ProximaRequest<>(operation.on(COLLECTION), ProximaMethod.WRITE,
				WriteMessages.of(WriteRequest.of(COLLECTION, META, List.of(rows))), (answer, attempt) -> true,
				(failed, status, attempt) -> {
					if (status.getCode() != StatusCodes.DUPLICATE_KEY
							&& status.getCode() != StatusCodes.KEY_NOT_EXIST) {
						ProximaErrors.refuse(failed, status, attempt);
					}
				});
	}

}
