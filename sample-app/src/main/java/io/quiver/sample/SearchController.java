package io.quiver.sample;

import java.util.function.Supplier;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResults;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Search over HTTP. Search results and entities go to JSON as they are.
 *
 * @author Quiver
 */
@RestController
@RequestMapping("/api")
class SearchController {

	private final PropertySearch search;

	SearchController(PropertySearch search) {
		this.search = search;
	}

	@GetMapping("/search")
	Found search(@RequestParam @NotBlank @Size(max = 500) String q,
			@RequestParam(required = false) @Nullable String group,
			@RequestParam(required = false) @Nullable String type,
			@RequestParam(required = false) @Nullable Boolean deprecated,
			@RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
		SearchConditions conditions = new SearchConditions(group, type, deprecated);
		return Found.timed(() -> this.search.search(q, conditions, limit));
	}

	@GetMapping("/properties/{name}")
	ConfigurationProperty property(@PathVariable String name) {
		return this.search.find(name)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no described configuration property '%s'".formatted(name)));
	}

	@GetMapping("/properties/{name}/similar")
	Found similar(@PathVariable String name, @RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
		ConfigurationProperty property = property(name);
		return Found.timed(() -> this.search.similar(property, limit));
	}

	/**
	 * What was found.
	 *
	 * @param results the results, nearest first
	 * @param millis how long it took, the embedding of the text included
	 */
	record Found(SearchResults<PropertyDescription> results, double millis) {

		static Found timed(Supplier<SearchResults<PropertyDescription>> search) {
			long start = System.nanoTime();
			SearchResults<PropertyDescription> results = search.get();
			return new Found(results, (System.nanoTime() - start) / 1_000 / 1_000.0);
		}

	}

}
