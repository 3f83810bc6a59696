package io.quiver.data.policy.micrometer;

import java.util.Arrays;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.policy.DefaultStoreObservationConvention;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.StoreObservationContext;
import io.quiver.data.policy.StoreObservationConvention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StoreMeters}.
 *
 * @author Quiver
 */
class StoreMetersTests {

	private static final Operation FIND = Operation.read("find");

	private static final Operation SAVE = Operation.idempotentWrite("save");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry registry = ObservationRegistry.create();

	@BeforeEach
	void observe() {
		this.registry.observationConfig().observationHandler(new StoreMeters(this.meters));
	}

	@Test
	void rowsThatComeBackAreCounted() {
		returning(calls(null), FIND.on("articles"), 3);
		returning(calls(null), FIND.on("articles"), 0);
		DistributionSummary rows = this.meters.get("quiver.store.rows.returned")
			.tags("quiver.store", "catalog", "db.system.name", "weaviate", "db.operation.name", "find",
					"db.collection.name", "articles")
			.summary();
		assertThat(rows.count()).isEqualTo(2);
		assertThat(rows.totalAmount()).isEqualTo(3);
		assertThat(rows.getId().getBaseUnit()).isEqualTo("rows");
		assertThat(this.meters.getMeters()).hasSize(1);
	}

	@Test
	void rowsThatAreStoredAreCounted() {
		calls(null).call(SAVE.on("articles"), (attempt) -> {
			attempt.written(500);
			return "saved";
		});
		assertThat(this.meters.get("quiver.store.rows.written").tag("db.operation.name", "save").summary().max())
			.isEqualTo(500);
		assertThat(this.meters.getMeters()).hasSize(1);
	}

	@Test
	void callThatTellsNoRowsHasNoMeter() {
		calls(null).call(FIND, (attempt) -> "rows");
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void rowsAreTaggedAsTheCallIs() {
		DefaultStoreObservationConvention convention = new DefaultStoreObservationConvention();
		for (int i = 0; i < 150; i++) {
			returning(calls(convention), FIND.on("c" + i), 1);
		}
		assertThat(this.meters.get("quiver.store.rows.returned").summaries()).hasSize(101);
		assertThat(this.meters.get("quiver.store.rows.returned").tag("db.collection.name", "other").summary().count())
			.isEqualTo(50);
	}

	@Test
	void rowsHaveAllTagsThoughTheConventionHasOtherKeys() {
		returning(calls(new OwnConvention()), FIND.on("articles"), 3);
		assertThat(this.meters.get("quiver.store.rows.returned")
			.tags("quiver.store", "catalog", "db.system.name", "weaviate", "db.operation.name", "find",
					"db.collection.name", "none")
			.summary()
			.count()).isEqualTo(1);
	}

	@Test
	void rowsOfAFailedCallHaveTheSameTags() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> calls(null).call(SAVE.on("articles"), (attempt) -> {
				attempt.written(2);
				throw new IllegalStateException();
			}));
		Meter.Id id = this.meters.get("quiver.store.rows.written").summary().getId();
		assertThat(id.getTags()).extracting(Tag::getKey)
			.containsExactlyInAnyOrder("quiver.store", "db.system.name", "db.operation.name", "db.collection.name");
	}

	@Test
	void metersHaveTheKeysAndUnitsThatAreDocumented() {
		returning(calls(null), FIND.on("articles"), 3);
		new PoolMeters(this.meters).of("catalog", "weaviate").watch(new Pool());
		assertThat(this.meters.getMeters()).hasSize(7).extracting(Meter::getId).allSatisfy((id) -> {
			StoreMeterDocumentation documented = documented(id);
			assertThat(id.getType()).isEqualTo(documented.getType());
			assertThat(id.getDescription()).isNotBlank();
			assertThat(id.getTags()).extracting(Tag::getKey)
				.containsExactlyInAnyOrderElementsOf(
						Arrays.stream(documented.getKeyNames()).map(KeyName::asString).toList());
			if (documented.getBaseUnit() != null) {
				assertThat(id.getBaseUnit()).isEqualTo(documented.getBaseUnit());
			}
		});
	}

	@Test
	void otherObservationsAreNotHeard() {
		StoreMeters handler = new StoreMeters(this.meters);
		assertThat(handler.supportsContext(new Observation.Context())).isFalse();
		assertThat(handler.supportsContext(new StoreObservationContext("catalog", "weaviate", FIND))).isTrue();
	}

	private static StoreMeterDocumentation documented(Meter.Id id) {
		return Arrays.stream(StoreMeterDocumentation.values())
			.filter((meter) -> meter.getName().equals(id.getName()))
			.findFirst()
			.orElseThrow();
	}

	private static void returning(StoreCalls calls, Operation operation, long rows) {
		calls.call(operation, (attempt) -> {
			attempt.returned(rows);
			return "rows";
		});
	}

	private StoreCalls calls(@Nullable StoreObservationConvention convention) {
		return StoreCalls.builder("catalog", "weaviate").observations(this.registry, convention).build();
	}

	static final class OwnConvention implements StoreObservationConvention {

		@Override
		public String getName() {
			return "own";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(StoreObservationContext context) {
			return KeyValues.of(KeyValue.of("own.collection", "x"));
		}

	}

}
