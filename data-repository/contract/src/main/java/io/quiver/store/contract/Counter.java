package io.quiver.store.contract;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Metric;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A mutable entity with a version.
 *
 * @author Quiver
 */
@VectorCollection("contract_counters")
class Counter {

	@Id
	private final String id;

	@Version
	private @Nullable Long version;

	private long count;

	@VectorField(dimension = 2, metric = Metric.EUCLIDEAN)
	private float @Nullable [] place;

	Counter(String id) {
		this.id = id;
	}

	String getId() {
		return this.id;
	}

	@Nullable Long getVersion() {
		return this.version;
	}

	long getCount() {
		return this.count;
	}

	void setCount(long count) {
		this.count = count;
	}

	float @Nullable [] getPlace() {
		return this.place;
	}

	void setPlace(float[] place) {
		this.place = place;
	}

}
