package io.quiver.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time of the whole process for each operation, background threads included.
 *
 * @author Quiver
 * @since 0.1
 */
public class CpuProfiler implements InternalProfiler {

	static final String LABEL = "cpu";

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private long before;

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.before = this.system.getProcessCpuTime();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		double spent = (this.system.getProcessCpuTime() - this.before) / 1000.0;
		long operations = Math.max(result.getMetadata().getAllOps(), 1);
		return List.of(new ScalarResult(LABEL, spent / operations, "us/op", AggregationPolicy.AVG));
	}

	@Override
	public String getDescription() {
		return "CPU time of the process for each operation";
	}

}
