package io.quiver.benchmarks.warm;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Calls until the compiler is done: a repository in an application is more code than what
 * is written by hand, and compiling it would be counted as its CPU time.
 *
 * @param milliseconds how long it may take
 * @param calls how many calls are made before the compiler is looked at again
 * @author Quiver
 * @since 0.1
 */
public record WarmUp(int milliseconds, int calls) {

	private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

	/** Less time than that is nothing, among so many calls. */
	private static final int QUIET_MILLIS = 100;

	/**
	 * Make the calls.
	 * @param call one call
	 */
	public void run(Runnable call) {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(this.milliseconds);
		long before;
		long compiling = COMPILER.getTotalCompilationTime();
		do {
			before = compiling;
			for (int i = 0; i < this.calls && System.nanoTime() < end; i++) {
				call.run();
			}
			compiling = COMPILER.getTotalCompilationTime();
		}
		while (System.nanoTime() < end && compiling - before > QUIET_MILLIS);
	}

}
