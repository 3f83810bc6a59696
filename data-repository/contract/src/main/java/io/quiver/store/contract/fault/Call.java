package io.quiver.store.contract.fault;

import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.Safety;
import org.jspecify.annotations.Nullable;

/**
 * A call that is to be made.
 *
 * @param safety what the call does
 * @param row the number of the row that it is about
 * @param value what is saved
 * @author Quiver
 */
record Call(Safety safety, int row, String value) {

	static Call read(int row) {
		return new Call(Safety.READ, row, valueOf(row));
	}

	static Call save(int row) {
		return new Call(Safety.IDEMPOTENT_WRITE, row, valueOf(row));
	}

	static Call save(int row, int length) {
		return new Call(Safety.IDEMPOTENT_WRITE, row, "x".repeat(length));
	}

	static Call add(int row) {
		return new Call(Safety.WRITE, row, "");
	}

	/** Different for each row, so that one call's answer is never right for another. */
	private static String valueOf(int row) {
		return "the-value-of-row-" + row;
	}

	@Nullable Object call(GuardedClient client) {
		switch (this.safety) {
			case READ -> {
				return client.read(this.row);
			}
			case IDEMPOTENT_WRITE -> client.save(this.row, this.value);
			case WRITE -> client.add(this.row);
		}
		return null;
	}

	CompletableFuture<?> begin(GuardedClient client) {
		return switch (this.safety) {
			case READ -> client.readAsync(this.row);
			case IDEMPOTENT_WRITE -> client.saveAsync(this.row, this.value);
			case WRITE -> client.addAsync(this.row);
		};
	}

	@Override
	public String toString() {
		return this.safety + " of row " + this.row;
	}

}
