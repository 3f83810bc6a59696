package io.quiver.spring.boot.autoconfigure.endpoint;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.Policies;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import io.quiver.spring.boot.autoconfigure.inspect.Answer;
import io.quiver.spring.boot.autoconfigure.inspect.InspectedStore;
import io.quiver.spring.boot.autoconfigure.inspect.Inquiry;
import org.jspecify.annotations.Nullable;

/**
 * Asks one store for its details and collections, and keeps what has been told so far for
 * the case that the rest does not come in time.
 *
 * @author Quiver
 */
final class StoreSurvey {

	/** Leaves half a second of the two that the endpoint promises. */
	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final String name;

	private final RowStore store;

	private final DetailSanitizer sanitizer;

	private final Inquiry<Findings> inquiry;

	private volatile Findings findings = new Findings();

	StoreSurvey(String name, RowStore store, DetailSanitizer sanitizer) {
		this.name = name;
		this.store = store;
		this.sanitizer = sanitizer;
		this.inquiry = new Inquiry<>("quiver-endpoint-" + name, PATIENCE, this::find);
	}

	Report begin() {
		return new Report(this, this.inquiry.ask());
	}

	void close() {
		this.inquiry.close();
	}

	private Findings find(Deadline deadline) {
		Findings found = new Findings();
		this.findings = found;
		found.details = this.sanitizer.sanitize(this.name, this.store.details());
		for (String collection : this.store.collections()) {
			deadline.check();
			found.collections.put(collection, describe(collection));
		}
		return found;
	}

	private CollectionDescriptor describe(String collection) {
		Attempted<CollectionSpec> spec = attempt(() -> this.store.describe(collection));
		Attempted<CollectionStats> stats = attempt(() -> this.store.stats(collection));
		CollectionSpec shape = spec.value();
		CollectionStats figures = stats.value();
		List<ColumnDescriptor> columns = (shape != null) ? shape.columns().stream().map(ColumnDescriptor::of).toList()
				: null;
		String error = (spec.error() != null) ? spec.error() : stats.error();
		return (figures != null)
				? new CollectionDescriptor(columns, figures.rows(), figures.sizeInBytes(),
						this.sanitizer.sanitize(this.name, figures.details()), error)
				: new CollectionDescriptor(columns, null, null, null, error);
	}

	private <T> Attempted<T> attempt(Supplier<@Nullable T> question) {
		try {
			return new Attempted<>(question.get(), null);
		}
		catch (RuntimeException ex) {
			return new Attempted<>(null, this.sanitizer.shown().cause(ex));
		}
	}

	/**
	 * What a store has told so far.
	 */
	private static final class Findings {

		private volatile Map<String, Object> details = Map.of();

		private final SortedMap<String, CollectionDescriptor> collections = new ConcurrentSkipListMap<>();

	}

	/**
	 * What came of one question.
	 *
	 * @param <T> the type of the answer
	 * @param value the answer, or {@code null}
	 * @param error why there is none, or {@code null}
	 */
	private record Attempted<T>(@Nullable T value, @Nullable String error) {
	}

	/**
	 * A survey under way.
	 *
	 * @param survey the survey
	 * @param answer the answer to come
	 */
	record Report(StoreSurvey survey, Answer<Findings> answer) {

		StoreDescriptor await(InspectedStore store) {
			Answer.Outcome<Findings> outcome = this.answer.await();
			Findings value = outcome.value();
			Findings found = (value != null) ? value : this.survey.findings;
			StoreKind kind = store.rows().kind();
			StoreCalls calls = store.calls();
			Policies policies = (calls != null) ? calls.policies() : null;
			return new StoreDescriptor(kind.name(), true, store.primary(), found.details,
					AbilitiesDescriptor.of(kind.abilities()),
					(policies != null) ? PoliciesDescriptor.of(policies) : null,
					Collections.unmodifiableMap(found.collections),
					(value != null) ? null : this.survey.sanitizer.shown().cause(outcome.cause()));
		}

	}

}
