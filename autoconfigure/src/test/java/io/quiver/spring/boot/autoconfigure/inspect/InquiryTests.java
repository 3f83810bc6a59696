package io.quiver.spring.boot.autoconfigure.inspect;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Inquiry}.
 *
 * @author Quiver
 */
class InquiryTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final CountDownLatch entered = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	@Test
	void answers() {
		try (Inquiry<String> inquiry = new Inquiry<>("test", LONG, (deadline) -> "well")) {
			assertThat(inquiry.ask().await().value()).isEqualTo("well");
			assertThatIllegalStateException().isThrownBy(() -> inquiry.ask().await().cause());
		}
	}

	@Test
	void asksAgainWhenTheLastAnswerIsThere() throws InterruptedException {
		AtomicInteger asked = new AtomicInteger();
		try (Inquiry<Integer> inquiry = new Inquiry<>("test", LONG, (deadline) -> asked.incrementAndGet())) {
			Answer<Integer> first = inquiry.ask();
			first.await();
			awaitEnd(first);
			assertThat(inquiry.ask().await().value()).isEqualTo(2);
		}
	}

	@Test
	void tellsTheDeadline() {
		try (Inquiry<Boolean> inquiry = new Inquiry<>("test", LONG, (deadline) -> deadline.isSet())) {
			assertThat(inquiry.ask().await().value()).isTrue();
		}
	}

	@Test
	void failureIsTheAnswer() {
		try (Inquiry<String> inquiry = new Inquiry<>("test", LONG, (deadline) -> {
			throw new IllegalArgumentException("broken");
		})) {
			assertThat(inquiry.ask().await().cause()).isInstanceOf(IllegalArgumentException.class).hasMessage("broken");
		}
	}

	@Test
	void whoAsksMeanwhileJoins() {
		AtomicInteger asked = new AtomicInteger();
		try (Inquiry<Integer> inquiry = new Inquiry<>("test", LONG, (deadline) -> {
			awaitDeaf();
			return asked.incrementAndGet();
		})) {
			Answer<Integer> first = inquiry.ask();
			assertThat(inquiry.ask()).isSameAs(first);
			this.released.countDown();
			assertThat(first.await().value()).isEqualTo(1);
		}
	}

	@Test
	void nobodyWaitsForAStoreThatHangs() {
		try (Inquiry<String> inquiry = new Inquiry<>("test", SHORT, (deadline) -> awaitDeaf())) {
			assertThat(inquiry.ask().await().cause()).isInstanceOf(QueryTimeoutException.class)
				.hasMessage("No answer within 20 ms");
			this.released.countDown();
		}
	}

	@Test
	void storeThatHangsHoldsOneThread() throws InterruptedException {
		AtomicInteger asked = new AtomicInteger();
		try (Inquiry<String> inquiry = new Inquiry<>("test", SHORT, (deadline) -> {
			asked.incrementAndGet();
			return awaitDeaf();
		})) {
			Answer<String> hung = inquiry.ask();
			assertThat(this.entered.await(1, TimeUnit.MINUTES)).isTrue();
			for (int i = 0; i < 5; i++) {
				assertThat(inquiry.ask().await().value()).isNull();
			}
			this.released.countDown();
			awaitEnd(hung);
			assertThat(asked).hasValue(1);
		}
	}

	@Test
	void storeThatHungIsAskedAgainWhenItReturns() throws InterruptedException {
		BlockingQueue<String> answers = new LinkedBlockingQueue<>();
		try (Inquiry<String> inquiry = new Inquiry<>("test", SHORT, (deadline) -> {
			awaitDeaf();
			answers.add("well");
			return "well";
		})) {
			Answer<String> hung = inquiry.ask();
			assertThat(this.entered.await(1, TimeUnit.MINUTES)).isTrue();
			assertThat(hung.await().value()).isNull();
			this.released.countDown();
			awaitEnd(hung);
			inquiry.ask();
			assertThat(answers.poll(1, TimeUnit.MINUTES)).isEqualTo("well");
			assertThat(answers.poll(1, TimeUnit.MINUTES)).isEqualTo("well");
		}
	}

	@Test
	void storeThatHeedsInterruptsIsReleasedAtTheDeadline() throws InterruptedException {
		CountDownLatch interrupted = new CountDownLatch(1);
		try (Inquiry<String> inquiry = new Inquiry<>("test", SHORT, (deadline) -> {
			this.entered.countDown();
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			return "late";
		})) {
			Answer<String> late = inquiry.ask();
			assertThat(this.entered.await(1, TimeUnit.MINUTES)).isTrue();
			assertThat(late.await().value()).isNull();
			assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
		}
	}

	@Test
	void threadIsADaemonOfItsOwn() {
		try (Inquiry<Thread> inquiry = new Inquiry<>("quiver-test", LONG, (deadline) -> Thread.currentThread())) {
			assertThat(inquiry.ask().await().value()).matches(Thread::isDaemon)
				.extracting(Thread::getName)
				.asString()
				.startsWith("quiver-test-");
		}
	}

	@Test
	void closingEndsWhatIsUnderWay() throws InterruptedException {
		CountDownLatch interrupted = new CountDownLatch(1);
		Inquiry<String> inquiry = new Inquiry<>("test", LONG, (deadline) -> {
			this.entered.countDown();
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			return "late";
		});
		inquiry.ask();
		assertThat(this.entered.await(1, TimeUnit.MINUTES)).isTrue();
		inquiry.close();
		assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
	}

	@Test
	void nobodyWaitsForAnAnswerAfterClosing() {
		Inquiry<String> inquiry = new Inquiry<>("test", LONG, (deadline) -> "well");
		inquiry.close();
		assertThat(inquiry.ask().await().cause()).isInstanceOf(QueryTimeoutException.class);
	}

	private String awaitDeaf() {
		this.entered.countDown();
		while (true) {
			try {
				this.released.await();
				return "late";
			}
			catch (InterruptedException ex) {
				// deaf
			}
		}
	}

	private static void awaitEnd(Answer<?> answer) throws InterruptedException {
		for (int i = 0; i < 6000 && !answer.hasEnded(); i++) {
			TimeUnit.MILLISECONDS.sleep(10);
		}
		assertThat(answer.hasEnded()).isTrue();
	}

}
