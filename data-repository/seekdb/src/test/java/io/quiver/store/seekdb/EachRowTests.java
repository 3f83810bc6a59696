package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.store.Key;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.RowFailure;
import org.junit.jupiter.api.Test;

import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class EachRowTests {

	private final List<String> sent = new ArrayList<>();

	private WriteResult run(boolean joined, boolean versions, String... keys) {
		RowOutcomes outcomes = new RowOutcomes(keys.length);
		new EachRow(new RecordingSession(joined, this.sent), "rows", (row) -> Key.of(keys[row]),
				(row) -> Sql.of(keys[row] + row), versions, outcomes)
			.run(keys.length, (row) -> 0);
		return outcomes.result((row) -> Key.of(keys[row]));
	}

	@Test
	void sendsSeveralInTheOrderOfTheirKeysAsOneTransaction() {
		assertThat(run(false, false, "c", "a", "b", "a")).isEqualTo(WriteResult.allStored(4));
		assertThat(this.sent).containsExactly("begin", "a1", "a3", "b2", "c0", "end");
	}

	@Test
	void sendsEachAloneInATransactionOfTheApplication() {
		run(true, false, "c", "a");
		assertThat(this.sent).containsExactly("c0", "a1");
	}

	@Test
	void sendsOneWithoutATransaction() {
		run(false, false, "a");
		assertThat(this.sent).containsExactly("a0");
	}

	@Test
	void locksABoundedNumberOfRowsAtOnce() {
		String[] keys = new String[250];
		for (int i = 0; i < keys.length; i++) {
			keys[i] = "k%03d-".formatted(i);
		}
		run(false, false, keys);
		assertThat(this.sent).filteredOn("begin"::equals).hasSize(3);
	}

	@Test
	void namesRowsThatAreNotFoundByTheirPlace() {
		WriteResult gone = run(false, false, "c", "missing", "a");
		assertThat(gone.failures()).extracting(RowFailure::index).containsExactly(1);
		assertThat(gone.failures().get(0).cause()).isInstanceOf(IncorrectUpdateSemanticsDataAccessException.class);
		WriteResult changed = run(false, true, "missing");
		assertThat(changed.failures().get(0).cause()).isInstanceOf(OptimisticLockingFailureException.class);
	}

}
