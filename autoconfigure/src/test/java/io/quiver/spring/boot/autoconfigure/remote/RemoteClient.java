package io.quiver.spring.boot.autoconfigure.remote;

import java.util.Set;
import java.util.function.Function;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolListener;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.store.StoreOperations;
import io.quiver.spring.boot.autoconfigure.kind.ClientParts;

/**
 * A client that keeps what it was made of and connects to nothing: a test says what the
 * system does.
 *
 * @author Quiver
 */
public final class RemoteClient implements AutoCloseable {

	/** What can be asked of it. */
	public static final Set<Operation> OPERATIONS = StoreOperations.ALL;

	private final RemoteProperties properties;

	private final ClientParts parts;

	private final String url;

	private final PoolListener pool;

	private boolean closed;

	private volatile Runnable system = () -> {
	};

	RemoteClient(RemoteProperties properties, ClientParts parts) {
		this.properties = properties;
		this.parts = parts;
		this.url = parts.connectionDetails(RemoteConnectionDetails.class, properties::url).getUrl();
		parts.security()
			.check(this.url, parts.sslBundle() != null || this.url.startsWith("https:"), properties.hasCredentials());
		this.pool = parts.poolMonitor().watch(new Sessions(parts.pool().maxSize()));
	}

	/**
	 * Make a call.
	 * @param <T> the type of the result
	 * @param operation what is asked
	 * @param system what the system does at each try
	 * @return the result
	 */
	public <T> T call(Operation operation, Function<Attempt, T> system) {
		return this.parts.calls().call(operation, system::apply);
	}

	/**
	 * Say what the system does when it is asked past the door.
	 * @param system does nothing, or fails
	 */
	public void system(Runnable system) {
		this.system = system;
	}

	void ask() {
		this.system.run();
	}

	public String url() {
		return this.url;
	}

	public RemoteProperties properties() {
		return this.properties;
	}

	public ClientParts parts() {
		return this.parts;
	}

	public boolean isClosed() {
		return this.closed;
	}

	@Override
	public void close() {
		this.closed = true;
		this.pool.close();
	}

	private record Sessions(int max) implements PoolStats {

		@Override
		public int active() {
			return 0;
		}

		@Override
		public int idle() {
			return 0;
		}

		@Override
		public int pending() {
			return 0;
		}

	}

}
