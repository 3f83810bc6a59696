package io.quiver.data.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.Assert;

/**
 * Puts the policies of a store together. Each is left out until it is given.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreCallsBuilder {

	private static final long IDLE_SECONDS = 5;

	private final String store;

	private final String system;

	private final Executor threads;

	private final Map<String, CallRules> operations = new HashMap<>();

	private CallRules rules = new CallRules(Timeouts.none(), null);

	private RetryQuota quota = new RetryQuota(RetryQuota.UNLIMITED);

	private @Nullable CircuitBreaker circuitBreaker;

	private @Nullable Permits permits;

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable StoreObservationConvention convention;

	StoreCallsBuilder(String store, String system) {
		Assert.hasText(store, "'store' must not be empty");
		Assert.hasText(system, "'system' must not be empty");
		this.store = store;
		this.system = system;
		this.threads = threads(store);
	}

	/**
	 * What goes on with asynchronous calls after a wait. Not the common pool: it has as
	 * many threads as there are processors, and an application that blocks them would
	 * keep deadlines waiting. Threads are made when they are needed and soon end, so that
	 * nobody has to end them.
	 */
	private static Executor threads(String store) {
		CustomizableThreadFactory factory = new CustomizableThreadFactory("quiver-" + store + "-");
		factory.setDaemon(true);
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
				factory);
	}

	/**
	 * Set how long calls and their tries may take; the time to connect is the client's
	 * own matter.
	 * @param timeouts the time-outs
	 * @return this builder
	 */
	public StoreCallsBuilder timeouts(Timeouts timeouts) {
		Assert.notNull(timeouts, "'timeouts' must not be null");
		this.rules = new CallRules(timeouts, this.rules.retry());
		return this;
	}

	/**
	 * Set how often and after what time a call is repeated. Which failures may be
	 * repeated at all is not up to its configuration, which can only leave some out.
	 * @param retry the retry
	 * @return this builder
	 */
	public StoreCallsBuilder retry(Retry retry) {
		Assert.notNull(retry, "'retry' must not be null");
		this.rules = new CallRules(this.rules.timeouts(), retry);
		return this;
	}

	/**
	 * Limit repetitions while hardly anything succeeds. Each takes one of the quota, each
	 * success gives a tenth back.
	 * @param quota how many repetitions there may be in a row
	 * @return this builder
	 */
	public StoreCallsBuilder retryQuota(int quota) {
		this.quota = new RetryQuota(quota);
		return this;
	}

	public StoreCallsBuilder circuitBreaker(CircuitBreaker circuitBreaker) {
		Assert.notNull(circuitBreaker, "'circuitBreaker' must not be null");
		this.circuitBreaker = circuitBreaker;
		return this;
	}

	/**
	 * Set how many calls there may be at once.
	 * @param bulkhead the bulkhead; a wait that it is configured to do itself is done
	 * here instead, where it ends at the deadline
	 * @param maxWait how long a call beyond may wait at most, until its deadline if that
	 * is sooner, unless the bulkhead says otherwise
	 * @return this builder
	 */
	public StoreCallsBuilder bulkhead(Bulkhead bulkhead, Duration maxWait) {
		Assert.notNull(bulkhead, "'bulkhead' must not be null");
		Assert.isTrue(!maxWait.isNegative() && Deadline.isShort(maxWait),
				"'maxWait' must not be negative, nor a century");
		this.permits = new Permits(this.store, bulkhead, maxWait, this.threads);
		return this;
	}

	/**
	 * Set what is to hold for one operation in place of what holds for all.
	 * @param operation the name of the operation
	 * @param timeouts how long its calls and their tries may take
	 * @param retry how it is repeated, or {@code null} for not at all
	 * @return this builder
	 */
	public StoreCallsBuilder operation(String operation, Timeouts timeouts, @Nullable Retry retry) {
		Assert.hasText(operation, "'operation' must not be empty");
		Assert.notNull(timeouts, "'timeouts' must not be null");
		this.operations.put(operation, new CallRules(timeouts, retry));
		return this;
	}

	/**
	 * Set where calls are observed.
	 * @param registry the registry
	 * @param convention the names, or {@code null} for the registry's own or the default
	 * @return this builder
	 */
	public StoreCallsBuilder observations(ObservationRegistry registry,
			@Nullable StoreObservationConvention convention) {
		Assert.notNull(registry, "'registry' must not be null");
		this.observationRegistry = registry;
		this.convention = convention;
		return this;
	}

	/**
	 * Make the door.
	 * @return the door
	 */
	public StoreCalls build() {
		Gate gate = new Gate(this.store, this.circuitBreaker, this.permits);
		return new GuardedStoreCalls(new CallPolicy(this.rules, Map.copyOf(this.operations), this.quota), gate,
				new StoreObservations(this.store, this.system, this.observationRegistry, this.convention),
				this.threads);
	}

}
