package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.quiver.data.policy.Deadline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Lease} and {@link Watch}.
 *
 * @author Quiver
 */
class LeaseTests {

	private final AtomicInteger cuts = new AtomicInteger();

	@Test
	void whatHasEndedIsNotCutOff() {
		Lease lease = lease(Deadline.none());
		assertThat(lease.end()).isTrue();
		lease.cut();
		assertThat(lease.isCut()).isFalse();
		assertThat(this.cuts).hasValue(0);
	}

	@Test
	void whatIsCutOffHasNotEnded() {
		Lease lease = lease(Deadline.none());
		lease.cut();
		lease.cut();
		assertThat(lease.end()).isFalse();
		assertThat(this.cuts).hasValue(1);
	}

	@Test
	void whatIsOverAtItsDeadlineIsCutOffByAThreadThatEndsWithTheWatch() throws InterruptedException {
		CountDownLatch cut = new CountDownLatch(1);
		Lease late = new Lease(Deadline.after(Duration.ofMillis(30)));
		late.cutBy(cut::countDown);
		Lease patient = lease(Deadline.after(Duration.ofHours(1)));
		try (Watch watch = new Watch("test")) {
			watch.add(patient);
			watch.add(late);
			assertThat(cut.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(patient.isCut()).isFalse();
			watch.remove(late);
		}
		assertThat(patient.isCut()).isTrue();
	}

	@Test
	void whatIsRemovedIsNotCutOff() throws InterruptedException {
		CountDownLatch cut = new CountDownLatch(1);
		try (Watch watch = new Watch("test")) {
			Lease removed = lease(Deadline.after(Duration.ofMillis(1)));
			removed.end();
			watch.add(removed);
			watch.remove(removed);
			Lease other = new Lease(Deadline.after(Duration.ofMillis(50)));
			other.cutBy(cut::countDown);
			watch.add(other);
			assertThat(cut.await(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(this.cuts).hasValue(0);
	}

	@Test
	void whatComesAfterTheEndOfAWatchIsCutOff() {
		Watch watch = new Watch("test");
		watch.close();
		Lease lease = lease(Deadline.none());
		watch.add(lease);
		assertThat(lease.isCut()).isTrue();
	}

	private Lease lease(Deadline deadline) {
		Lease lease = new Lease(deadline);
		lease.cutBy(this.cuts::incrementAndGet);
		return lease;
	}

}
