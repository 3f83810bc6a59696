package io.quiver.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The beans of the application that say where stores are, none of them made yet, and
 * which store each of them serves.
 *
 * @param beans the beans of the application
 * @author Quiver
 */
record ConnectionDetailsBeans(ConfigurableListableBeanFactory beans) {

	private static final String SUFFIX = "ConnectionDetails";

	boolean has(StoreSupport<?> kind) {
		return !names(kind).isEmpty();
	}

	private List<String> names(StoreSupport<?> kind) {
		Class<? extends StoreConnectionDetails> type = kind.connectionDetailsType();
		return (type != null) ? List.of(this.beans.getBeanNamesForType(type, true, false)) : List.of();
	}

	/**
	 * Give every bean to a store.
	 * @param stores the stores, of all kinds
	 * @param primary the name of the primary store, or {@code null} if there is none
	 * @return the stores, with the names of the beans
	 * @throws FailureAnalyzedException if it cannot be told whose a bean is
	 */
	List<StoreDefinition> assign(List<StoreDefinition> stores, @Nullable String primary) {
		List<StoreDefinition> assigned = new ArrayList<>();
		for (StoreDefinition store : stores) {
			List<StoreDefinition> ofKind = stores.stream().filter((other) -> other.isOf(store.support())).toList();
			assigned.add(store.withConnectionDetails(serving(store, ofKind, primary)));
		}
		return assigned;
	}

	private @Nullable String serving(StoreDefinition store, List<StoreDefinition> ofKind, @Nullable String primary) {
		List<String> names = names(store.support());
		if (names.contains(name(store))) {
			return name(store);
		}
		List<StoreDefinition> others = ofKind.stream().filter((each) -> !names.contains(name(each))).toList();
		List<String> called = ofKind.stream().map(ConnectionDetailsBeans::name).toList();
		return other(store.support(), names.stream().filter((name) -> !called.contains(name)).toList())
			.filter((bean) -> isMeant(bean, store, others, primary))
			.orElse(null);
	}

	/**
	 * Tell whether a bean that is called after no store is of this one.
	 */
	private boolean isMeant(String bean, StoreDefinition store, List<StoreDefinition> others,
			@Nullable String primary) {
		if (others.size() > 1 && others.stream().noneMatch((each) -> each.name().equals(primary))) {
			throw new FailureAnalyzedException(
					"The bean '%s' says where a store of kind '%s' is, but not which of them: %s.".formatted(bean,
							store.support().kind(),
							String.join(", ", others.stream().map(StoreDefinition::name).toList())),
					"Call it after its store, such as '%s', or set 'quiver.primary' to that store."
						.formatted(name(store)));
		}
		return others.size() == 1 || store.name().equals(primary);
	}

	/**
	 * Of several that are not called after a store, the one that is primary.
	 */
	private Optional<String> other(StoreSupport<?> kind, List<String> names) {
		if (names.size() <= 1) {
			return names.stream().findFirst();
		}
		List<String> primary = names.stream().filter(this::isPrimary).toList();
		if (primary.size() == 1) {
			return primary.stream().findFirst();
		}
		throw new FailureAnalyzedException(
				"Several beans say where a store of kind '%s' is: %s.".formatted(kind.kind(), String.join(", ", names)),
				"Configure a store for each below 'quiver.stores', with 'kind: %s', and call each bean after its store, such as '%s'."
					.formatted(kind.kind(), "catalog" + SUFFIX));
	}

	private boolean isPrimary(String name) {
		return this.beans.containsBeanDefinition(name) && this.beans.getMergedBeanDefinition(name).isPrimary();
	}

	private static String name(StoreDefinition store) {
		return store.name() + SUFFIX;
	}

}
