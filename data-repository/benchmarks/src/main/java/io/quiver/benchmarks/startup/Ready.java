package io.quiver.benchmarks.startup;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/**
 * Tells the parent process, line by line, that an application is ready and what it needed
 * until then.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Ready {

	static final String LINE = "benchmark: ready";

	static final String COST = "benchmark: cost ";

	private Ready() {
	}

	public static void tell() {
		System.out.println(LINE);
		var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		long cpu = system.getProcessCpuTime();
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		System.out.println(COST + cpu + " " + heap);
	}

}
