package io.quiver.spring.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.StoreKind;
import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedProperties;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;

/**
 * A kind without an engine that remembers what it was asked to make.
 *
 * @author Quiver
 */
class FakeStoreSupport implements StoreSupport<EmbeddedProperties> {

	private final Map<String, EmbeddedProperties> planned = new LinkedHashMap<>();

	private final String kind;

	private final boolean remote;

	private boolean present = true;

	FakeStoreSupport(String kind, boolean remote) {
		this.kind = kind;
		this.remote = remote;
	}

	Map<String, EmbeddedProperties> planned() {
		return this.planned;
	}

	void absent() {
		this.present = false;
	}

	@Override
	public String kind() {
		return this.kind;
	}

	@Override
	public Class<EmbeddedProperties> propertiesType() {
		return EmbeddedProperties.class;
	}

	@Override
	public String starter() {
		return "io.quiver:quiver-%s-starter".formatted(this.kind);
	}

	@Override
	public boolean isRemote() {
		return this.remote;
	}

	@Override
	public boolean hasSessions() {
		return this.remote;
	}

	@Override
	public Timeouts timeouts() {
		return Timeouts.none();
	}

	@Override
	public Set<Operation> operations() {
		return Set.of(Operation.read("nearest"), Operation.idempotentWrite("delete-where"),
				Operation.write("optimize").unlimited());
	}

	@Override
	public boolean isPresent(ClassLoader classLoader) {
		return this.present;
	}

	@Override
	public StorePlan<?> plan(String prefix, EmbeddedProperties properties) {
		this.planned.put(prefix, properties);
		return new StorePlan<>(new StoreKind(this.kind, Abilities.of((abilities) -> {
		})), AutoCloseable.class, (parts) -> {
			throw new IllegalStateException("Connected");
		}, (name, client, beans) -> {
			throw new IllegalStateException("Connected");
		});
	}

}
