package io.quiver.data.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.NotRepeatedException;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What becomes of each row, whatever each try brings. A scenario is a list of answers:
 * for each row sent {@code s}tored, {@code b}usy (failed, may pass), {@code u}nknown (may
 * pass), {@code d}uplicate or version {@code c}onflict; or the failure of a whole try.
 */
@NullUnmarked
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WritesTests {

	private static final Operation SAVE = Operation.idempotentWrite("save");

	private static final Operation INSERT = Operation.write("insert");

	private static final CollectionSpec ARTICLES = new CollectionSpec("articles",
			List.of(new KeyColumn("id", ColumnType.STRING, true),
					new ValueColumn("title", ColumnType.STRING, true, false, false, false)));

	private static final DataAccessException LATE = new QueryTimeoutException("late");

	private static final DataAccessException REFUSED = new NotSentException("refused");

	private static final DataAccessException BAD = new DuplicateKeyException("there");

	private final Retry retry = Retry.of("test",
			RetryConfig.custom()
				.maxAttempts(3)
				.waitDuration(Duration.ofMillis(1))
				.ignoreExceptions(NotRepeatedException.class)
				.build());

	private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("test");

	private final Writes writes = new Writes(
			StoreCalls.builder("test", "test").retry(this.retry).circuitBreaker(this.breaker).build());

	private final List<List<String>> sent = new ArrayList<>();

	/**
	 * @param sent the ids of the rows sent by each try
	 * @param outcomes what is told of each row at the end: {@code s}, {@code F}ailed,
	 * {@code U}nknown
	 */
	record Scenario(String name, Operation operation, List<Object> answers, List<String> sent, String outcomes) {

		@Override
		public String toString() {
			return this.operation.name() + ": " + this.name;
		}

	}

	static Stream<Scenario> scenarios() {
		return Stream.of(//
				new Scenario("all stored", SAVE, List.of("sss"), List.of("abc"), "sss"),
				new Scenario("all stored", INSERT, List.of("sss"), List.of("abc"), "sss"),
				new Scenario("only what is busy again", INSERT, List.of("sbs", "s"), List.of("abc", "b"), "sss"),
				new Scenario("fewer each time", INSERT, List.of("bsb", "sb", "s"), List.of("abc", "ac", "c"), "sss"),
				new Scenario("busy until the last try", INSERT, List.of("sbb", "sb", "b"), List.of("abc", "bc", "c"),
						"ssF"),
				new Scenario("everything fails", INSERT, List.of("bbb", "bbb", "bbb"), List.of("abc", "abc", "abc"),
						"FFF"),
				new Scenario("answers are not sent again", INSERT, List.of("dcb", "s"), List.of("abc", "c"), "FFs"),
				new Scenario("nothing but answers", SAVE, List.of("dcd"), List.of("abc"), "FFF"),
				new Scenario("unknown may be stored twice", INSERT, List.of("sub", "s"), List.of("abc", "c"), "sUs"),
				new Scenario("unknown again", SAVE, List.of("sub", "ss"), List.of("abc", "bc"), "sss"),
				new Scenario("unknown, then failed, stays unknown", SAVE, List.of("sub", "bb", "dd"),
						List.of("abc", "bc", "bc"), "sUF"),
				new Scenario("rest times out", INSERT, List.of("sbb", LATE), List.of("abc", "bc"), "sUU"),
				new Scenario("rest times out and is stored", SAVE, List.of("sbb", LATE, "ss"),
						List.of("abc", "bc", "bc"), "sss"),
				new Scenario("rest times out and is refused", SAVE, List.of("sbb", LATE, REFUSED),
						List.of("abc", "bc", "bc"), "sUU"),
				new Scenario("rest times out and is busy", SAVE, List.of("sbb", LATE, "sb"), List.of("abc", "bc", "bc"),
						"ssU"),
				new Scenario(
						"rest is refused", INSERT, List.of("sbb", REFUSED, REFUSED), List.of("abc", "bc", "bc"), "sFF"),
				new Scenario("rest is bad", INSERT, List.of("sbb", BAD), List.of("abc", "bc"), "sFF"),
				new Scenario("rest meets a bug", INSERT, List.of("sbb", new IllegalStateException("bug")),
						List.of("abc", "bc"), "sUU"),
				new Scenario("not sent at first", INSERT, List.of(REFUSED, "sbs", "s"), List.of("abc", "abc", "b"),
						"sss"),
				new Scenario("timed out at first", SAVE, List.of(LATE, "sds"), List.of("abc", "abc"), "sUs"));
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void eachRowHasAnOutcome(Scenario scenario) {
		WriteResult result = this.writes.write(scenario.operation(), request("a", "b", "c"),
				(request, attempt) -> answer(scenario, request));
		verify(scenario, result);
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void eachRowHasAnOutcomeWithoutWaiting(Scenario scenario) throws Exception {
		WriteResult result = this.writes
			.writeAsync(scenario.operation(), request("a", "b", "c"), (request, attempt) -> {
				try {
					return CompletableFuture.completedFuture(answer(scenario, request));
				}
				catch (RuntimeException ex) {
					return CompletableFuture.failedFuture(new CompletionException(ex));
				}
			})
			.get(30, TimeUnit.SECONDS);
		verify(scenario, result);
	}

	private void verify(Scenario scenario, WriteResult result) {
		assertThat(this.sent).extracting((ids) -> String.join("", ids)).isEqualTo(scenario.sent());
		assertThat(outcomes(result)).isEqualTo(scenario.outcomes());
		assertThat(result.rows()).isEqualTo(3);
		assertThat(result.affected()).isEqualTo((int) scenario.outcomes().chars().filter((c) -> c == 's').count());
		assertThat(result.failures()).extracting(RowFailure::index).isSorted();
	}

	@Test
	void requestThatFailsAsAWholeAtOnceIsAnException() {
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.writes.write(INSERT, request("a"), (request, attempt) -> {
				throw LATE;
			}));
		assertThat(catchThrowable(() -> this.writes.write(INSERT, request("a"), (request, attempt) -> {
			throw BAD;
		}))).isSameAs(BAD);
	}

	@Test
	void nothingIsSentOfNothing() {
		assertThat(this.writes.write(SAVE, request(), (request, attempt) -> {
			throw BAD;
		})).isEqualTo(WriteResult.allStored(0));
	}

	@Test
	void versionsGoWithTheirRows() {
		List<List<Long>> versions = new ArrayList<>();
		WriteRequest request = new WriteRequest(ARTICLES, WriteMode.UPDATE, Projection.all(ARTICLES),
				request("a", "b", "c").rows(), List.of(1L, 2L, 3L), WriteOptions.none());
		this.writes.write(INSERT, request, (part, attempt) -> {
			versions.add(part.expectedVersions());
			return result((attempt.number() == 1) ? "bsb" : "ss");
		});
		assertThat(versions).containsExactly(List.of(1L, 2L, 3L), List.of(1L, 3L));
	}

	@Test
	void keysStandInTheOrderOfTheRows() {
		WriteResult result = this.writes.write(INSERT, request(null, "b", null, null, "e"),
				(request, attempt) -> (attempt.number() == 1)
						? new WriteResult(5, 1, failures("bbsdb"), List.of(Key.of("made 2")))
						: new WriteResult(3, 3, List.of(), List.of(Key.of("made 0"), Key.of("b"), Key.of("e"))));
		assertThat(result.keys()).containsExactly(Key.of("made 0"), Key.of("b"), Key.of("made 2"), Key.of("e"));
		assertThat(outcomes(result)).isEqualTo("sssFs");
	}

	@Test
	void keysThatWereNotMadeAreTakenFromTheRows() {
		WriteResult result = this.writes.write(INSERT, request(null, "b"),
				(request, attempt) -> (attempt.number() == 1)
						? new WriteResult(2, 1, failures("sb"), List.of(Key.of("made")))
						: new WriteResult(1, 1, List.of(), List.of()));
		assertThat(result.keys()).containsExactly(Key.of("made"), Key.of("b"));
	}

	@Test
	void earlierRowOfAKeyIsNotStoredAfterALaterOne() {
		WriteResult result = this.writes.write(SAVE, request("a", "b", "a"), (request, attempt) -> {
			this.sent.add(ids(request));
			return result("bss");
		});
		assertThat(this.sent).hasSize(1);
		assertThat(outcomes(result)).isEqualTo("Fss");
	}

	@Test
	void rowsOfAKeyThatAreAllLeftKeepTheirOrder() {
		WriteResult result = this.writes.write(SAVE, request("a", "b", "a"), (request, attempt) -> {
			this.sent.add(ids(request));
			return result((attempt.number() == 1) ? "bsb" : "ss");
		});
		assertThat(this.sent.get(1)).containsExactly("a", "a");
		assertThat(outcomes(result)).isEqualTo("sss");
	}

	@Test
	void deletesOfWhatIsBusyAreSentAgain() {
		List<List<Key>> keys = new ArrayList<>();
		DeleteRequest request = DeleteRequest.of(ARTICLES, List.of(Key.of("a"), Key.of("b"), Key.of("c")));
		WriteResult result = this.writes.delete(SAVE, request, (part, attempt) -> {
			keys.add(part.keys());
			return (attempt.number() == 1) ? new WriteResult(3, 1, failures("sbs")) : new WriteResult(1, 0, List.of());
		});
		assertThat(keys).containsExactly(request.keys(), List.of(Key.of("b")));
		assertThat(result).isEqualTo(new WriteResult(3, 1, List.of()));
	}

	@Test
	void breakerCountsOnlyTriesOfWhichNothingWasDone() {
		this.writes.write(SAVE, request("a", "b"), (request, attempt) -> result((attempt.number() == 1) ? "sb" : "s"));
		assertThat(this.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
		this.writes.write(SAVE, request("a", "b"), (request, attempt) -> result((attempt.number() == 1) ? "bb" : "ss"));
		assertThat(this.breaker.getMetrics().getNumberOfFailedCalls()).isOne();
	}

	@Test
	void withoutRetryRowsAreSentOnce() {
		WriteResult result = new Writes(StoreCalls.direct()).write(SAVE, request("a", "b"), (request, attempt) -> {
			this.sent.add(ids(request));
			return result("sb");
		});
		assertThat(this.sent).hasSize(1);
		assertThat(outcomes(result)).isEqualTo("sF");
	}

	@Test
	void tryThatDoesNotAnswerInTimeIsCancelledAndItsLateAnswerNotHeard() throws Exception {
		Writes quick = new Writes(StoreCalls.builder("test", "test")
			.retry(this.retry)
			.timeouts(new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ofMillis(50), Duration.ofSeconds(30)))
			.build());
		CompletableFuture<WriteResult> hanging = new CompletableFuture<>();
		CompletableFuture<WriteResult> result = quick.writeAsync(SAVE, request("a", "b"), (request, attempt) -> {
			this.sent.add(ids(request));
			if (attempt.number() == 2) {
				return hanging;
			}
			return CompletableFuture.completedFuture(result((attempt.number() == 1) ? "sb" : "d"));
		});
		assertThat(outcomes(result.get(30, TimeUnit.SECONDS))).isEqualTo("sU");
		assertThat(hanging).isCancelled();
		assertThat(this.sent).containsExactly(List.of("a", "b"), List.of("b"), List.of("b"));
	}

	@Test
	void callerThatLeavesCancelsTheTry() {
		CompletableFuture<WriteResult> hanging = new CompletableFuture<>();
		CompletableFuture<WriteResult> result = this.writes.writeAsync(SAVE, request("a"),
				(request, attempt) -> hanging);
		result.cancel(true);
		assertThat(hanging).isCancelled();
	}

	@Test
	void answerAboutOtherRowsIsRefused() {
		assertThat(catchThrowable(() -> this.writes.write(SAVE, request("a"), (request, attempt) -> result("ss"))))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("1 rows were sent");
	}

	private WriteResult answer(Scenario scenario, WriteRequest request) {
		Object answer = scenario.answers().get(this.sent.size());
		this.sent.add(ids(request));
		if (answer instanceof RuntimeException failure) {
			throw failure;
		}
		return result((String) answer);
	}

	private static WriteResult result(String rows) {
		List<RowFailure> failures = failures(rows);
		return new WriteResult(rows.length(), rows.length() - failures.size(), failures);
	}

	private static List<RowFailure> failures(String rows) {
		return IntStream.range(0, rows.length())
			.filter((i) -> rows.charAt(i) != 's')
			.mapToObj((i) -> failure(i, rows.charAt(i)))
			.toList();
	}

	private static RowFailure failure(int row, char answer) {
		return switch (answer) {
			case 'b' -> new RowFailure(row, Outcome.FAILED, new TransientDataAccessResourceException("busy"));
			case 'u' -> new RowFailure(row, Outcome.UNKNOWN, new TransientDataAccessResourceException("busy"));
			case 'd' -> new RowFailure(row, Outcome.FAILED, new DuplicateKeyException("there"));
			default -> new RowFailure(row, Outcome.FAILED, new OptimisticLockingFailureException("changed"));
		};
	}

	private static String outcomes(WriteResult result) {
		StringBuilder outcomes = new StringBuilder("s".repeat(result.rows()));
		result.failures().forEach((failure) -> outcomes.setCharAt(failure.index(), failure.outcome().name().charAt(0)));
		return outcomes.toString();
	}

	private static List<String> ids(WriteRequest request) {
		return request.rows().stream().map((row) -> (String) row.get(0)).toList();
	}

	private static WriteRequest request(String... ids) {
		return WriteRequest.of(ARTICLES, WriteMode.SAVE, Stream.of(ids).map((id) -> Row.of(id, "title")).toList());
	}

}
