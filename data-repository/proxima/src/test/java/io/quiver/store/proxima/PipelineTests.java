package io.quiver.store.proxima;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quiver.data.policy.Deadline;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class PipelineTests {

	private final List<CompletableFuture<String>> begun = new ArrayList<>();

	@Test
	void oneOfABusyKeyIsNotBegun() {
		Pipeline<String> pipeline = pipeline(3, 7, 7, 8).begin();
		assertThat(this.begun).hasSize(1);
		this.begun.get(0).complete("a");
		assertThat(this.begun).hasSize(3);
		this.begun.get(2).complete("c");
		assertThat(pipeline).isNotDone();
		this.begun.get(1).complete("b");
		assertThat(pipeline).isCompleted();
		assertThat(pipeline.answer(1)).isEqualTo("b");
	}

	@Test
	void noneIsBegunAfterAFailure() {
		Pipeline<String> pipeline = pipeline(2, 7, 7).begin();
		this.begun.get(0).completeExceptionally(new TransientDataAccessResourceException("gone"));
		assertThat(pipeline).isCompleted();
		assertThat(pipeline.failure(0)).hasMessage("gone");
		assertThat(pipeline.answer(1)).isNull();
		assertThat(pipeline.failure(1)).isNull();
	}

	@Test
	void oneThatIsBegunAtTheVeryDeadlineIsNotTakenForNeverBegun() throws InterruptedException {
		CountDownLatch beginning = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		CompletableFuture<String> first = new CompletableFuture<>();
		Pipeline<String> pipeline = new Pipeline<>(3, (place) -> 7, (place) -> {
			if (place == 0) {
				return first;
			}
			beginning.countDown();
			await(over);
			return new CompletableFuture<>();
		}, (answer) -> false).begin();
		Thread other = new Thread(() -> first.complete("a"));
		other.start();
		assertThat(beginning.await(30, TimeUnit.SECONDS)).isTrue();
		pipeline.await(Deadline.after(Duration.ofMillis(1)));
		over.countDown();
		other.join();
		assertThat(pipeline.answer(0)).isEqualTo("a");
		assertThat(pipeline.failure(1)).isInstanceOf(QueryTimeoutException.class);
		assertThat(pipeline.answer(2)).isNull();
		assertThat(pipeline.failure(2)).isNull();
	}

	private Pipeline<String> pipeline(int size, long... keys) {
		return new Pipeline<>(size, (place) -> keys[place], (place) -> {
			CompletableFuture<String> answer = new CompletableFuture<>();
			this.begun.add(answer);
			return answer;
		}, (answer) -> false);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
