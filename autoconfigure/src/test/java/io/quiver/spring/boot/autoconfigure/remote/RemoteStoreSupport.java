package io.quiver.spring.boot.autoconfigure.remote;

import java.time.Duration;
import java.util.Set;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Timeouts;
import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;

import org.springframework.util.ClassUtils;

/**
 * A kind of store that is plugged in, as one of somebody else would be. Hidden where the
 * class loader hides {@link RemoteClient}.
 *
 * @author Quiver
 */
public final class RemoteStoreSupport implements StoreSupport<RemoteProperties> {

	@Override
	public String kind() {
		return "remote";
	}

	@Override
	public Class<RemoteProperties> propertiesType() {
		return RemoteProperties.class;
	}

	@Override
	public String starter() {
		return "com.example:remote-starter";
	}

	@Override
	public boolean isRemote() {
		return true;
	}

	@Override
	public Class<? extends StoreConnectionDetails> connectionDetailsType() {
		return RemoteConnectionDetails.class;
	}

	@Override
	public boolean hasSessions() {
		return true;
	}

	@Override
	public Timeouts timeouts() {
		return new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10),
				Duration.ofSeconds(30));
	}

	@Override
	public boolean isPresent(ClassLoader classLoader) {
		return ClassUtils.isPresent("io.quiver.spring.boot.autoconfigure.remote.RemoteClient", classLoader);
	}

	@Override
	public StorePlan<?> plan(String prefix, RemoteProperties properties) {
		return new StorePlan<>(RemoteStore.KIND, RemoteClient.class, (parts) -> new RemoteClient(properties, parts),
				(name, client, beans) -> RemoteStore.create(name, client));
	}

	@Override
	public Set<Operation> operations() {
		return RemoteClient.OPERATIONS;
	}

}
