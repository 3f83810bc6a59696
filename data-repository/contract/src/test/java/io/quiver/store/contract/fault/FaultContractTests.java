package io.quiver.store.contract.fault;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The suite bites: each fault of {@link BrokenLineClients} makes the test fail that is
 * about it, for the right reason. They run at the same time, since they wait for most of
 * theirs.
 *
 * @author Quiver
 */
@Tag("any-java")
class FaultContractTests {

	@TestFactory
	List<DynamicTest> findsWhatClientsDoWrong() {
		ExecutorService executor = Executors.newCachedThreadPool();
		List<DynamicTest> tests = List.of(
				finds(executor, BrokenLineClients.EndlessReadsTests.class, "calls", "ms being allowed"),
				finds(executor, BrokenLineClients.EndlessWritesTests.class, "blockedWrites", "has not ended"),
				finds(executor, BrokenLineClients.UsedSessionsTests.class, "calls", "what READ of row"),
				finds(executor, BrokenLineClients.LostSessionsTests.class, "calls", "sessions are"),
				finds(executor, BrokenLineClients.RepeatsTests.class, "unknownWrites", "how often"),
				finds(executor, BrokenLineClients.NeverSentTests.class, "unknownWrites", "how often"),
				finds(executor, BrokenLineClients.RawErrorsTests.class, "calls", "DataAccessException"),
				finds(executor, BrokenLineClients.CallersFaultTests.class, "circuitBreaker", "breaker is CLOSED"));
		executor.shutdown();
		return tests;
	}

	private DynamicTest finds(ExecutorService executor, Class<?> suite, String test, String message) {
		Future<TestExecutionSummary> run = executor.submit(() -> run(suite, test));
		return DynamicTest.dynamicTest(suite.getSimpleName() + ": " + message, () -> {
			assertThat(run.get().getFailures()).as("failures of %s", suite.getSimpleName())
				.isNotEmpty()
				.allSatisfy((failure) -> assertThat(failure.getException()).hasMessageContaining(message));
		});
	}

	private static TestExecutionSummary run(Class<?> suite, String test) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectMethod(suite, test))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		return listener.getSummary();
	}

}
