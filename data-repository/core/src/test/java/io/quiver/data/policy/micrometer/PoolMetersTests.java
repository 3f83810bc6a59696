package io.quiver.data.policy.micrometer;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quiver.data.policy.PoolListener;
import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.PoolMonitors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PoolMeters}.
 *
 * @author Quiver
 */
class PoolMetersTests {

	private static final String[] TAGS = { "quiver.store", "catalog", "db.system.name", "iotdb" };

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());

	private final PoolMonitor monitor = new PoolMeters(this.meters).of("catalog", "iotdb");

	@Test
	void gaugesTellHowThePoolIs() {
		this.monitor.watch(new Pool());
		assertThat(gauge("active")).isEqualTo(1);
		assertThat(gauge("idle")).isEqualTo(2);
		assertThat(gauge("pending")).isEqualTo(3);
		assertThat(gauge("max")).isEqualTo(8);
	}

	@Test
	void waitingIsTimed() {
		PoolListener listener = this.monitor.watch(new Pool());
		listener.acquired(2_000_000);
		listener.acquired(0);
		Timer acquire = this.meters.get("quiver.store.pool.acquire").tags(TAGS).timer();
		assertThat(acquire.count()).isEqualTo(2);
		assertThat(acquire.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(2);
	}

	@Test
	void timeoutsAreCounted() {
		PoolListener listener = this.monitor.watch(new Pool());
		assertThat(this.meters.get("quiver.store.pool.timeouts").tags(TAGS).counter().count()).isZero();
		listener.timedOut();
		assertThat(this.meters.get("quiver.store.pool.timeouts").tags(TAGS).counter().count()).isEqualTo(1);
	}

	@Test
	void closedPoolHasNoMeters() {
		PoolListener listener = this.monitor.watch(new Pool());
		assertThat(this.meters.getMeters()).hasSize(6);
		listener.close();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void closedPoolHasNoMetersInAnyRegistry() {
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		composite.add(this.meters);
		PoolListener listener = new PoolMeters(composite).of("catalog", "iotdb").watch(new Pool());
		assertThat(this.meters.getMeters()).hasSize(6);
		listener.close();
		assertThat(composite.getMeters()).isEmpty();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void whatHappensAfterTheCloseIsOfNoEffect() {
		PoolListener listener = this.monitor.watch(new Pool());
		listener.close();
		listener.acquired(1);
		listener.timedOut();
		listener.close();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void poolsOfOneStoreAreAddedUp() {
		PoolListener first = this.monitor.watch(new Pool());
		PoolListener second = this.monitor.watch(new Pool());
		assertThat(gauge("max")).isEqualTo(16);
		first.close();
		first.close();
		assertThat(gauge("max")).isEqualTo(8);
		second.close();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void poolThatTakesThePlaceOfAnotherIsMeasured() {
		this.monitor.watch(new Pool()).close();
		this.monitor.watch(new Pool());
		assertThat(gauge("active")).isEqualTo(1);
		assertThat(this.meters.getMeters()).hasSize(6);
	}

	@Test
	void storesHaveMetersOfTheirOwn() {
		PoolMonitors monitors = new PoolMeters(this.meters);
		PoolListener one = monitors.of("one", "iotdb").watch(new Pool());
		monitors.of("two", "nebula").watch(new Pool());
		assertThat(this.meters.get("quiver.store.pool.max").gauges()).hasSize(2);
		one.close();
		assertThat(this.meters.get("quiver.store.pool.max").gauges()).singleElement()
			.extracting(Meter::getId)
			.satisfies((id) -> assertThat(id.getTag("quiver.store")).isEqualTo("two"));
	}

	@Test
	void poolIsHeldUntilItIsClosed() {
		Pool pool = new Pool();
		WeakReference<Pool> reference = new WeakReference<>(pool);
		PoolListener listener = this.monitor.watch(pool);
		pool = null;
		System.gc();
		assertThat(gauge("active")).isEqualTo(1);
		listener.close();
		listener = null;
		for (int i = 0; i < 100 && reference.get() != null; i++) {
			System.gc();
		}
		assertThat(reference.get()).isNull();
	}

	@Test
	void poolsComeAndGoInManyThreads() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(8);
		try {
			List<Future<Void>> running = new ArrayList<>();
			for (int thread = 0; thread < 8; thread++) {
				running.add(executor.submit((Callable<Void>) () -> {
					for (int i = 0; i < 200; i++) {
						PoolListener listener = this.monitor.watch(new Pool());
						listener.acquired(1);
						listener.close();
					}
					return null;
				}));
			}
			for (Future<Void> one : running) {
				one.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.meters.getMeters()).isEmpty();
		this.monitor.watch(new Pool());
		assertThat(gauge("max")).isEqualTo(8);
	}

	@Test
	void storeMustHaveAName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PoolMeters(this.meters).of("", "iotdb"))
			.withMessage("'store' must not be empty");
	}

	private double gauge(String name) {
		return this.meters.get("quiver.store.pool." + name).tags(TAGS).gauge().value();
	}

}
