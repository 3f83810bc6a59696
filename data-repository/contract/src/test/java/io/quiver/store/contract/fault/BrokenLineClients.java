package io.quiver.store.contract.fault;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Clients with the faults that real ones have, each under the suite that must find it and
 * the fault of the network that shows it.
 *
 * @author Quiver
 */
final class BrokenLineClients {

	private BrokenLineClients() {
	}

	/** Changes what the client does with a request or with a session at the end. */
	abstract static class Suite extends LineFaultTests {

		private final Fault fault;

		Suite(Fault fault) {
			this.fault = fault;
		}

		@Override
		Stream<Fault> faults() {
			return Stream.of(this.fault);
		}

		@Override
		LineClient connect(InetSocketAddress address, LineSettings settings, Timeouts timeouts, StoreCalls calls) {
			return new LineClient(address, settings, timeouts.connect(), calls) {

				@Override
				String exchange(Deadline deadline, String request) {
					return Suite.this.exchange(super::exchange, deadline, request);
				}

				@Override
				void end(LineSession session, boolean well) {
					Suite.this.end(super::end, session, well);
				}

			};
		}

		@Override
		GuardedClient guarded(LineClient client) {
			return new LineGuardedClient(client, false);
		}

		String exchange(BiFunction<Deadline, String, String> exchange, Deadline deadline, String request) {
			return exchange.apply(deadline, request);
		}

		void end(BiConsumer<LineSession, Boolean> end, LineSession session, boolean well) {
			end.accept(session, well);
		}

	}

	/** Waits for an answer as long as it takes. */
	static class EndlessReadsTests extends Suite {

		EndlessReadsTests() {
			super(Fault.delay(Duration.ofMillis(750)));
		}

		@Override
		String exchange(BiFunction<Deadline, String, String> exchange, Deadline deadline, String request) {
			return exchange.apply(Deadline.none(), request);
		}

	}

	/** Limits reads, but not writes. */
	static class EndlessWritesTests extends Suite {

		EndlessWritesTests() {
			super(Fault.stopReading());
		}

		@Override
		String exchange(BiFunction<Deadline, String, String> exchange, Deadline deadline, String request) {
			return exchange.apply((request.startsWith("PUT")) ? Deadline.none() : deadline, request);
		}

	}

	/** Lends a session out again whose last call has failed. */
	static class UsedSessionsTests extends Suite {

		UsedSessionsTests() {
			super(Fault.stopAnswering());
		}

		@Override
		LineClient connect(InetSocketAddress address, LineSettings settings, Timeouts timeouts, StoreCalls calls) {
			return new LineClient(address, settings, timeouts.connect(), calls) {

				@Override
				LineSession session(InetSocketAddress address, LineSettings settings, Duration connectTimeout) {
					return new LineSession(address, settings, connectTimeout) {
						@Override
						void expire() {
						}
					};
				}

				@Override
				void end(LineSession session, boolean well) {
					super.end(session, true);
				}

			};
		}

	}

	/** Forgets to give a session back that has served and then failed. */
	static class LostSessionsTests extends Suite {

		private final Set<LineSession> served = ConcurrentHashMap.newKeySet();

		LostSessionsTests() {
			super(Fault.reset());
		}

		@Override
		void end(BiConsumer<LineSession, Boolean> end, LineSession session, boolean well) {
			if (well) {
				this.served.add(session);
			}
			if (well || !this.served.contains(session)) {
				end.accept(session, well);
			}
		}

	}

	/** Repeats by itself whatever fails. */
	static class RepeatsTests extends Suite {

		RepeatsTests() {
			super(Fault.loseOnce());
		}

		@Override
		String exchange(BiFunction<Deadline, String, String> exchange, Deadline deadline, String request) {
			Duration half = deadline.remaining(Duration.ofMinutes(1)).dividedBy(2);
			try {
				return exchange.apply(Deadline.after(half), request);
			}
			catch (DataAccessException ex) {
				return exchange.apply(deadline, request);
			}
		}

	}

	/** Says of what has timed out that it was not sent. */
	static class NeverSentTests extends Suite {

		NeverSentTests() {
			super(Fault.loseOnce());
		}

		@Override
		String exchange(BiFunction<Deadline, String, String> exchange, Deadline deadline, String request) {
			try {
				return exchange.apply(deadline, request);
			}
			catch (QueryTimeoutException ex) {
				throw new NotSentException("Timed out", ex);
			}
		}

	}

	/** Throws what its transport throws. */
	static class RawErrorsTests extends Suite {

		RawErrorsTests() {
			super(Fault.reset());
		}

		@Override
		String exchange(BiFunction<Deadline, String, String> exchange, Deadline deadline, String request) {
			try {
				return exchange.apply(deadline, request);
			}
			catch (DataAccessException ex) {
				throw new IllegalStateException(ex.getMostSpecificCause());
			}
		}

	}

	/** Takes every failure for a mistake of its caller. */
	static class CallersFaultTests extends Suite {

		CallersFaultTests() {
			super(Fault.reset());
		}

		@Override
		String exchange(BiFunction<Deadline, String, String> exchange, Deadline deadline, String request) {
			try {
				return exchange.apply(deadline, request);
			}
			catch (DataAccessException ex) {
				throw new InvalidDataAccessApiUsageException("That cannot be done", ex);
			}
		}

	}

}
