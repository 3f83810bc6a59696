package io.quiver.spring.boot.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedStoreSupport;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The kinds of stores that there are, and the choice among them.
 *
 * @author Quiver
 */
final class StoreKinds {

	private static final String DEFAULT = "quiver.stores.default";

	private final List<Kind<?>> kinds;

	StoreKinds(List<Kind<?>> kinds) {
		this.kinds = kinds;
	}

	static StoreKinds all() {
		return new StoreKinds(List.of(new Kind<>(new EmbeddedStoreSupport(), StoreProperties::embedded)));
	}

	/**
	 * Choose the kind of a store: the one that is named, else the one group present, else
	 * the only module there, or for the default store what it would be unconfigured.
	 * @param prefix the name of the store's properties
	 * @param named the value of {@code kind}
	 * @param present what is set below the prefix
	 * @param classLoader where to look for modules
	 * @return the kind
	 */
	Kind<?> choose(String prefix, @Nullable String named, Set<String> present, ClassLoader classLoader) {
		List<String> groups = names(this.kinds).stream().filter(present::contains).toList();
		if (groups.size() > 1) {
			throw new FailureAnalyzedException(
					"'%s' is configured as several kinds of store: %s.".formatted(prefix, String.join(", ", groups)),
					"Keep one of these groups below '%s', and give each other a store of its own.".formatted(prefix));
		}
		if (named == null && groups.isEmpty()) {
			return meant(prefix, classLoader).orElseThrow(
					() -> new FailureAnalyzedException("'%s' does not say what kind of store it is.".formatted(prefix),
							"Set '%s.kind' to one of: %s.".formatted(prefix, String.join(", ", names(this.kinds)))));
		}
		String name = (named != null) ? named.strip() : groups.get(0);
		if (!groups.isEmpty() && !groups.get(0).equalsIgnoreCase(name)) {
			throw new FailureAnalyzedException(
					"'%1$s' is configured as several kinds of store: '%1$s.kind' is '%2$s', but there is '%1$s.%3$s'."
						.formatted(prefix, name, groups.get(0)),
					"Remove '%1$s.kind' or what stands below '%1$s.%2$s'.".formatted(prefix, groups.get(0)));
		}
		return find(name).orElseThrow(() -> unknown(prefix, name));
	}

	/**
	 * Choose the kind of the store that there is when none is configured: the one that
	 * runs in the process, else the only one.
	 * @param classLoader where to look for modules
	 * @return the kind, or nothing if there is no module
	 */
	Optional<Kind<?>> chooseDefault(ClassLoader classLoader) {
		List<Kind<?>> present = present(classLoader);
		Optional<Kind<?>> local = local(present);
		if (local.isEmpty() && present.size() > 1) {
			throw new FailureAnalyzedException(
					"No store is configured, and several kinds could be meant: %s."
						.formatted(String.join(", ", names(present))),
					"Set 'quiver.stores.default.kind' to one of them, or remove the other starters.");
		}
		return local.or(() -> present.stream().findFirst());
	}

	private Optional<Kind<?>> meant(String prefix, ClassLoader classLoader) {
		List<Kind<?>> present = present(classLoader);
		if (present.size() == 1) {
			return Optional.of(present.get(0));
		}
		return (prefix.equals(DEFAULT)) ? local(present) : Optional.empty();
	}

	private List<Kind<?>> present(ClassLoader classLoader) {
		return this.kinds.stream().filter((kind) -> kind.support().isPresent(classLoader)).toList();
	}

	private static Optional<Kind<?>> local(List<Kind<?>> kinds) {
		return kinds.stream().filter((kind) -> !kind.support().isRemote()).findFirst();
	}

	private Optional<Kind<?>> find(String name) {
		return this.kinds.stream().filter((kind) -> kind.support().kind().equalsIgnoreCase(name)).findFirst();
	}

	private FailureAnalyzedException unknown(String prefix, String name) {
		List<String> known = names(this.kinds);
		String hint = NearestName.of(name, known).map("Did you mean '%s'? "::formatted).orElse("");
		return new FailureAnalyzedException("'%s.kind' is '%s', which is no kind of store.".formatted(prefix, name),
				"%sThere are: %s.".formatted(hint, String.join(", ", known)));
	}

	private static List<String> names(List<Kind<?>> kinds) {
		return kinds.stream().map((kind) -> kind.support().kind()).collect(Collectors.toUnmodifiableList());
	}

	/**
	 * One kind.
	 *
	 * @param <P> its properties
	 * @param support what it tells of itself
	 * @param group finds its properties among those of a store
	 */
	record Kind<P>(StoreSupport<P> support, Function<StoreProperties, @Nullable P> group) {
	}

}
