package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quiver.spring.boot.autoconfigure.inspect.InspectedStore;

/**
 * Surveys the stores, all at once.
 *
 * @author Quiver
 */
final class StoreSurveys {

	private final DetailSanitizer sanitizer;

	private final Map<String, StoreSurvey> surveys = new ConcurrentHashMap<>();

	StoreSurveys(DetailSanitizer sanitizer) {
		this.sanitizer = sanitizer;
	}

	Map<String, StoreDescriptor> describe(List<InspectedStore> stores) {
		List<StoreSurvey> surveys = stores.stream().map(this::survey).toList();
		List<StoreSurvey.Report> reports = surveys.stream().map(StoreSurvey::begin).toList();
		Map<String, StoreDescriptor> described = new LinkedHashMap<>();
		for (int i = 0; i < stores.size(); i++) {
			InspectedStore store = stores.get(i);
			String name = (described.containsKey(store.name())) ? store.bean() : store.name();
			described.put(name, reports.get(i).await(store));
		}
		return described;
	}

	private StoreSurvey survey(InspectedStore store) {
		return this.surveys.computeIfAbsent(store.bean(),
				(bean) -> new StoreSurvey(store.name(), store.rows(), this.sanitizer));
	}

	void close() {
		this.surveys.values().forEach(StoreSurvey::close);
	}

}
