package io.quiver.data.policy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

@NullUnmarked
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeadlineExecutorTests {

	private static final Duration SHORT = Duration.ofMillis(20);

	private static final Duration LONG = Duration.ofMinutes(1);

	private final DeadlineExecutor executor = new DeadlineExecutor("test", 1);

	private final CountDownLatch session = new CountDownLatch(1);

	private final AtomicInteger abandoned = new AtomicInteger();

	@AfterEach
	void close() {
		this.session.countDown();
		this.executor.close();
	}

	@Test
	void resultComesBackFromAThreadOfTheExecutor() throws Exception {
		assertThat(this.executor.call(Deadline.after(LONG), () -> Thread.currentThread().getName(), this::abandon))
			.startsWith("test-");
		assertThat(this.abandoned).hasValue(0);
	}

	@Test
	void withoutDeadlineTheCallRunsInTheCallersThread() throws Exception {
		assertThat(this.executor.call(Deadline.none(), Thread::currentThread, this::abandon))
			.isSameAs(Thread.currentThread());
	}

	@Test
	void callerLeavesAtTheDeadlineAndTheSessionIsThrownAwayOnce() throws Exception {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> this.executor.call(Deadline.after(SHORT), this::hang, this::abandon));
		assertThat(this.abandoned).hasValue(1);
		assertThat(callWhenFree()).isEqualTo("rows");
	}

	@Test
	void sessionThatCannotBeThrownAwayDoesNotHideWhy() {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> this.executor.call(Deadline.after(SHORT), this::hang, () -> {
				abandon();
				throw new IllegalStateException("closed already");
			}));
	}

	@Test
	void threadIsThereForTheNextCallAsSoonAsOneHasEnded() throws Exception {
		for (int i = 0; i < 1000; i++) {
			assertThat(this.executor.call(Deadline.after(LONG), () -> "rows", this::abandon)).isEqualTo("rows");
		}
	}

	@Test
	void callThatFindsAllThreadsBusyIsNotSent() {
		catchThrowable(() -> this.executor.call(Deadline.after(SHORT), this::hang, () -> {
		}));
		AtomicBoolean begun = new AtomicBoolean();
		assertThatExceptionOfType(NotSentException.class)
			.isThrownBy(() -> this.executor.call(Deadline.after(LONG), () -> begun.getAndSet(true), this::abandon))
			.withMessageContaining("All 1 threads");
		assertThat(begun).isFalse();
		assertThat(this.abandoned).hasValue(0);
	}

	@Test
	void interruptedCallerLeavesAtOnceAndStaysInterrupted() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		Throwable[] failure = new Throwable[1];
		boolean[] interrupted = new boolean[1];
		Thread caller = new Thread(() -> {
			failure[0] = catchThrowable(() -> this.executor.call(Deadline.after(LONG), () -> {
				begun.countDown();
				return hang();
			}, this::abandon));
			interrupted[0] = Thread.interrupted();
		});
		caller.start();
		assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
		caller.interrupt();
		caller.join(30_000);
		assertThat(failure[0]).isInstanceOf(TransientDataAccessResourceException.class);
		assertThat(interrupted[0]).isTrue();
		assertThat(this.abandoned).hasValue(1);
	}

	@Test
	void failureOfTheCallComesBackAsItIs() {
		Exception failure = new Exception("checked");
		assertThat(catchThrowable(() -> this.executor.call(Deadline.after(LONG), () -> {
			throw failure;
		}, this::abandon))).isSameAs(failure);
		Error error = new StackOverflowError();
		assertThat(catchThrowable(() -> this.executor.call(Deadline.after(LONG), () -> {
			throw error;
		}, this::abandon))).isSameAs(error);
		assertThat(this.abandoned).hasValue(0);
	}

	@Test
	void closedExecutorTellsThatItIsClosed() {
		this.executor.close();
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
			.isThrownBy(() -> this.executor.call(Deadline.after(LONG), () -> "rows", this::abandon))
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void thereIsAtLeastOneThread() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineExecutor("test", 0))
			.withMessageContaining("maxThreads");
	}

	private String callWhenFree() throws Exception {
		while (!Thread.currentThread().isInterrupted()) {
			try {
				return this.executor.call(Deadline.after(LONG), () -> "rows", this::abandon);
			}
			catch (NotSentException ex) {
				Thread.onSpinWait();
			}
		}
		throw new InterruptedException();
	}

	/**
	 * A driver that takes no notice of interrupts, only of its session's end.
	 */
	private String hang() {
		while (true) {
			try {
				this.session.await();
				return "late";
			}
			catch (InterruptedException ex) {
				// as such drivers do
			}
		}
	}

	private void abandon() {
		this.abandoned.incrementAndGet();
		this.session.countDown();
	}

}
