package io.quiver.data.policy;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations of stores. Keys follow OpenTelemetry's conventions for databases and,
 * for what these do not know, those that Spring AI has for vector stores.
 *
 * @author Quiver
 * @since 0.1
 */
public enum StoreObservationDocumentation implements ObservationDocumentation {

	/** One call of a store, with all its tries. */
	OPERATION {

		@Override
		public Class<? extends ObservationConvention<? extends Context>> getDefaultConvention() {
			return DefaultStoreObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinality.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinality.values();
		}

	};

	/**
	 * Keys of metrics and traces.
	 */
	public enum LowCardinality implements KeyName {

		/** The kind of store, such as {@code weaviate}. */
		SYSTEM("db.system.name"),

		/** What is asked of it, such as {@code nearest}. */
		OPERATION("db.operation.name"),

		/**
		 * The collection, {@code none} without one, {@code other} for those beyond the
		 * first hundred that were seen.
		 */
		COLLECTION("db.collection.name"),

		/** The name that the application gave to the store. */
		STORE("quiver.store"),

		/**
		 * The simple name of the exception's class, its full name if it is anonymous,
		 * {@code none} without one.
		 */
		ERROR("error.type");

		private final String key;

		LowCardinality(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Keys of traces only, each where there is something to tell.
	 */
	public enum HighCardinality implements KeyName {

		/** How many tries there were. */
		ATTEMPTS("quiver.attempts"),

		/** How many rows came back. */
		ROWS_RETURNED("db.response.returned_rows"),

		/** How many rows were stored or deleted. */
		ROWS_WRITTEN("quiver.rows.written"),

		/** The name of the vector field that is searched. */
		FIELD("db.vector.field_name"),

		/** The number of the vector's components. */
		DIMENSION("db.vector.dimension_count"),

		/** How many neighbours are wanted at most. */
		TOP_K("db.vector.query.top_k"),

		/** The metric of the search. */
		METRIC("db.search.similarity_metric"),

		/** The condition on the rows; only where filters are to be traced. */
		FILTER("db.vector.query.filter");

		private final String key;

		HighCardinality(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

		@Override
		public boolean isRequired() {
			return false;
		}

	}

}
