package io.quiver.store.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The suites bite: each fault of {@link BrokenStores} makes the topic fail that is about
 * it.
 *
 * @author Quiver
 */
@Tag("any-java")
class ContractTests {

	@ParameterizedTest
	@ValueSource(classes = BrokenStores.ThreeValuedNullsTests.class)
	void filtersFindWrongNulls(Class<?> suite) {
		assertThat(failures(suite, "filters")).isPositive();
	}

	@ParameterizedTest
	@ValueSource(classes = { BrokenStores.LostRowsTests.class, BrokenStores.SilentFailuresTests.class })
	void writesFindWhatIsNotStored(Class<?> suite) {
		assertThat(failures(suite, "writes")).isPositive();
	}

	@Test
	void concurrencyFindsInsertsThatLookFirst() {
		assertThat(failures(BrokenStores.CheckThenPutTests.class, "concurrency")).isPositive();
	}

	@ParameterizedTest
	@ValueSource(classes = { BrokenStores.WrongOrderTests.class, BrokenStores.SquaredScoresTests.class,
			BrokenStores.FilterAfterwardsTests.class })
	void nearestFindsWrongNeighbours(Class<?> suite) {
		assertThat(failures(suite, "nearest")).isPositive();
	}

	@Test
	void deletesFindWhatIsLeft() {
		assertThat(failures(BrokenStores.OnePageOfDeletesTests.class, "deletes")).isPositive();
	}

	@Test
	void sortsFindRowsThatAScrollHides() {
		assertThat(failures(BrokenStores.ForgetfulScrollTests.class, "sorts")).isPositive();
	}

	@Test
	void leastAbilitiesFindWhatIsNotDeclared() {
		assertThat(failures(BrokenStores.DeclaresTooLittleTests.class, "leastAbilities")).isOne();
	}

	@Test
	void refusalsFindWhatIsDoneUndeclared() {
		assertThat(failures(BrokenStores.DeclaresNothingTests.class, "refusals")).isPositive();
	}

	@Test
	void closesFindsAStoreThatGoesOn() {
		assertThat(failures(BrokenStores.NeverClosedTests.class, "closes")).isOne();
	}

	@Test
	void reopensFindsAStoreThatForgets() {
		assertThat(failures(BrokenStores.ForgetfulTests.class, "reopens")).isOne();
	}

	@Test
	void suitesOfEntitiesFindWhatTheStoreDoesWrong() {
		assertThat(failures(BrokenStores.WrongOrderOfEntitiesTests.class, "searches")).isPositive();
		assertThat(failures(BrokenStores.SilentFailuresOfEntitiesTests.class, "writes")).isPositive();
		assertThat(failures(BrokenStores.WrongOrderOfRepositoriesTests.class, "queryMethods")).isPositive();
	}

	@Test
	void aStoreOfFewAbilitiesHasFewerTestsAndNoneSkipped() {
		TestExecutionSummary all = run(ReferenceRowStoreTests.class, "writes");
		TestExecutionSummary few = run(KeyValueRowStoreTests.class, "writes");
		assertThat(few.getTestsFailedCount()).isZero();
		assertThat(few.getTestsSkippedCount()).isZero();
		assertThat(few.getTestsFoundCount()).isLessThan(all.getTestsFoundCount());
	}

	private static long failures(Class<?> suite, String topic) {
		return run(suite, topic).getTestsFailedCount();
	}

	private static TestExecutionSummary run(Class<?> suite, String topic) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectMethod(suite, topic))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		Launcher launcher = LauncherFactory.create();
		launcher.execute(request, listener);
		assertThat(listener.getSummary().getTestsStartedCount()).as("tests of %s", suite).isPositive();
		return listener.getSummary();
	}

}
