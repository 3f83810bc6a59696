package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quiver.spring.boot.autoconfigure.inspect.Shown;
import io.quiver.spring.boot.autoconfigure.inspect.Stores;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint} that shows the stores of the application, what they can do, the
 * collections in them, and how each method of a repository runs. It only reads, makes no
 * bean that is lazy, and answers in less than two seconds: stores are asked all at once,
 * and what one does not tell in time is missing, with the reason in its place.
 * <p>
 * Values are shown as they are, but for the secrets in properties of stores; of addresses
 * neither user nor parameters. A {@link SanitizingFunction} of the application is asked
 * about each detail under the name {@code quiver.stores.<name>.details.<detail>}.
 *
 * @author Quiver
 * @since 0.1
 */
@Endpoint(id = "quiver")
public final class QuiverEndpoint implements AutoCloseable {

	private final Stores stores;

	private final RepositoryBeans repositories;

	private final StoreSurveys surveys;

	/**
	 * Create the endpoint.
	 * @param beans the beans of the application
	 * @param shown what may be shown of a value
	 * @param functions which details are not to be shown, beside those that are called
	 * like a credential
	 */
	public QuiverEndpoint(ConfigurableListableBeanFactory beans, Shown shown,
			Collection<SanitizingFunction> functions) {
		this.stores = new Stores(beans);
		this.repositories = new RepositoryBeans(beans);
		this.surveys = new StoreSurveys(new DetailSanitizer(shown, functions));
	}

	/**
	 * Describe all stores and repositories.
	 * @return what is known of them
	 */
	@ReadOperation
	public QuiverDescriptor quiver() {
		Map<String, StoreDescriptor> described = new LinkedHashMap<>(this.surveys.describe(this.stores.made()));
		this.stores.waiting().forEach((store, kind) -> described.putIfAbsent(store, StoreDescriptor.waiting(kind)));
		return new QuiverDescriptor(described, this.repositories.describe());
	}

	/**
	 * Describe one store and the repositories on it.
	 * @param store the name of the store
	 * @return what is known of it, or {@code null} if there is no such store
	 */
	@ReadOperation
	public @Nullable QuiverDescriptor store(@Selector String store) {
		Map<String, StoreDescriptor> described = this.surveys
			.describe(this.stores.made().stream().filter((made) -> made.name().equals(store)).toList());
		if (described.isEmpty() && this.stores.waiting().containsKey(store)) {
			described = Map.of(store, StoreDescriptor.waiting(this.stores.waiting().get(store)));
		}
		if (described.isEmpty()) {
			return null;
		}
		List<RepositoryDescriptor> repositories = this.repositories.describe()
			.stream()
			.filter((repository) -> Objects.equals(repository.store(), store))
			.toList();
		return new QuiverDescriptor(described, repositories);
	}

	@Override
	public void close() {
		this.surveys.close();
	}

}
