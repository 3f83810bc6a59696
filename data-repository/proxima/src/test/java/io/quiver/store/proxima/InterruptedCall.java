package io.quiver.store.proxima;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A call whose thread is interrupted once it is under way.
 *
 * @param failure what the call ended with, or {@code null}
 * @param interrupted whether its thread still was interrupted then
 * @author Quiver
 */
record InterruptedCall(@Nullable Throwable failure, boolean interrupted) {

	static InterruptedCall of(Runnable call, BooleanSupplier underWay) throws InterruptedException {
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		AtomicBoolean interrupted = new AtomicBoolean();
		Thread thread = new Thread(() -> {
			try {
				call.run();
			}
			catch (Throwable ex) {
				failure.set(ex);
			}
			interrupted.set(Thread.currentThread().isInterrupted());
		});
		thread.start();
		while (thread.isAlive() && !underWay.getAsBoolean()) {
			Thread.onSpinWait();
		}
		thread.interrupt();
		thread.join(30_000);
		return new InterruptedCall(failure.get(), interrupted.get());
	}

}
