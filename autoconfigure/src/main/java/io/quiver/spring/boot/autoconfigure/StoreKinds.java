package io.quiver.spring.boot.autoconfigure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The kinds of stores that there are, and the choice among them.
 *
 * @author Quiver
 */
final class StoreKinds {

	private static final String DEFAULT = "quiver.stores.default";

	private final List<StoreSupport<?>> kinds;

	StoreKinds(List<StoreSupport<?>> kinds) {
		this.kinds = kinds;
	}

	/**
	 * Find all kinds.
	 * @param classLoader where to look for them
	 */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	static StoreKinds all(ClassLoader classLoader) {
		List<StoreSupport> kinds = SpringFactoriesLoader.forDefaultResourceLocation(classLoader)
			.load(StoreSupport.class);
		kinds.sort(Comparator.comparing(StoreSupport::kind));
		return new StoreKinds((List) kinds);
	}

	List<StoreSupport<?>> all() {
		return this.kinds;
	}

	/**
	 * Return the properties of every kind.
	 * @return the types, by the names of their groups
	 */
	Map<String, Class<? extends Record>> groups() {
		Map<String, Class<? extends Record>> groups = new LinkedHashMap<>();
		this.kinds.forEach((kind) -> groups.put(kind.kind(), kind.propertiesType()));
		return groups;
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
	StoreSupport<?> choose(String prefix, @Nullable String named, Set<String> present, ClassLoader classLoader) {
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
	Optional<StoreSupport<?>> chooseDefault(ClassLoader classLoader) {
		List<StoreSupport<?>> present = present(classLoader);
		Optional<StoreSupport<?>> local = local(present);
		if (local.isEmpty() && present.size() > 1) {
			throw new FailureAnalyzedException(
					"No store is configured, and several kinds could be meant: %s."
						.formatted(String.join(", ", names(present))),
					"Set 'quiver.stores.default.kind' to one of them, or remove the other starters.");
		}
		return local.or(() -> present.stream().findFirst());
	}

	private Optional<StoreSupport<?>> meant(String prefix, ClassLoader classLoader) {
		List<StoreSupport<?>> present = present(classLoader);
		if (present.size() == 1) {
			return Optional.of(present.get(0));
		}
		return (prefix.equals(DEFAULT)) ? local(present) : Optional.empty();
	}

	private List<StoreSupport<?>> present(ClassLoader classLoader) {
		return this.kinds.stream().filter((kind) -> kind.isPresent(classLoader)).toList();
	}

	private static Optional<StoreSupport<?>> local(List<StoreSupport<?>> kinds) {
		return kinds.stream().filter((kind) -> !kind.isRemote()).findFirst();
	}

	private Optional<StoreSupport<?>> find(String name) {
		return this.kinds.stream().filter((kind) -> kind.kind().equalsIgnoreCase(name)).findFirst();
	}

	private FailureAnalyzedException unknown(String prefix, String name) {
		List<String> known = names(this.kinds);
		String hint = NearestName.of(name, known).map("Did you mean '%s'? "::formatted).orElse("");
		return new FailureAnalyzedException("'%s.kind' is '%s', which is no kind of store.".formatted(prefix, name),
				"%sThere are: %s.".formatted(hint, String.join(", ", known)));
	}

	private static List<String> names(List<StoreSupport<?>> kinds) {
		return kinds.stream().map((kind) -> kind.kind()).collect(Collectors.toUnmodifiableList());
	}

}
