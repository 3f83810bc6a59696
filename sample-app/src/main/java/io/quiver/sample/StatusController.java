package io.quiver.sample;

import java.util.List;
import java.util.Map;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the page shows beside results: the values to filter by, the store and how far the
 * index is.
 *
 * @author Quiver
 */
@RestController
@RequestMapping("/api")
class StatusController {

	private final PropertyCatalogue catalogue;

	private final Indexer indexer;

	private final Filters filters;

	private final RowStore store;

	StatusController(PropertyCatalogue catalogue, Indexer indexer, Filters filters, VectorOperations operations) {
		this.catalogue = catalogue;
		this.indexer = indexer;
		this.filters = filters;
		this.store = operations.store();
	}

	@GetMapping("/facets")
	Facets facets() {
		return new Facets(Count.of(this.catalogue.groups()), Count.of(this.catalogue.types()));
	}

	@GetMapping("/status")
	Status status() {
		return new Status(this.store.name(), this.store.kind().name(), this.filters.objection(), this.indexer.status());
	}

	/**
	 * The values to filter by.
	 *
	 * @param groups the groups
	 * @param types the types
	 */
	record Facets(List<Count> groups, List<Count> types) {
	}

	/**
	 * How many properties have a value.
	 *
	 * @param value the value
	 * @param count how many
	 */
	record Count(String value, long count) {

		static List<Count> of(Map<String, Long> counts) {
			return counts.entrySet().stream().map((entry) -> new Count(entry.getKey(), entry.getValue())).toList();
		}

	}

	/**
	 * How things are.
	 *
	 * @param store the name of the store
	 * @param kind what kind of store it is
	 * @param filterObjection why results cannot be filtered, or {@code null} if they can
	 * @param index how far the index is
	 */
	record Status(String store, String kind, @Nullable String filterObjection, IndexStatus index) {
	}

}
