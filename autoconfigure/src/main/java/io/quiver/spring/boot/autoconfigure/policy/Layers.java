package io.quiver.spring.boot.autoconfigure.policy;

import java.util.function.Function;

import io.quiver.spring.boot.autoconfigure.policy.Setting.Source;
import org.jspecify.annotations.Nullable;

/**
 * A group of properties as it is said of a store and of all stores. What is said of the
 * store wins, and what nobody says is as Quiver has it.
 *
 * @param <G> the type of the group
 * @param storePrefix the name of the group of the store
 * @param store the group of the store
 * @param defaultsPrefix the name of the group of all stores
 * @param defaults the group of all stores
 * @author Quiver
 */
record Layers<G>(String storePrefix, G store, String defaultsPrefix, G defaults) {

	<H> Layers<H> group(String name, Function<G, H> group) {
		return new Layers<>(this.storePrefix + "." + name, group.apply(this.store), this.defaultsPrefix + "." + name,
				group.apply(this.defaults));
	}

	/**
	 * Find the value that holds. Values that do not are judged too: they are as wrong.
	 */
	<T> Setting<T> setting(String name, Function<G, @Nullable T> getter, T otherwise, Check<T> check) {
		Setting<T> byStore = given(this.storePrefix, name, getter.apply(this.store), Source.STORE, check);
		Setting<T> byDefaults = given(this.defaultsPrefix, name, getter.apply(this.defaults), Source.DEFAULTS, check);
		if (byStore != null) {
			return byStore;
		}
		return (byDefaults != null) ? byDefaults
				: new Setting<>(this.storePrefix + "." + name, otherwise, Source.QUIVER);
	}

	<T> T value(String name, Function<G, @Nullable T> getter, T otherwise, Check<T> check) {
		return setting(name, getter, otherwise, check).value();
	}

	private static <T> @Nullable Setting<T> given(String prefix, String name, @Nullable T value, Source source,
			Check<T> check) {
		return (value != null) ? new Setting<>(prefix + "." + name, value, source).judged(check) : null;
	}

}
