package io.quiver.store.contract;

import java.util.function.Function;
import java.util.stream.Stream;

import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link RowStore} does. A test class of a store extends this one and opens
 * the store; the tests follow from what the store's kind declares.
 *
 * @author Quiver
 * @since 0.1
 */
public abstract class RowStoreContract {

	private @Nullable RowStore store;

	/**
	 * Open a store. Every topic has one of its own and closes it.
	 * @param name the name that the store shall have
	 * @return the store
	 */
	protected abstract RowStore open(String name);

	/**
	 * Open the store that was opened last and is closed now once more, with the data that
	 * it had.
	 * @return the store, or {@code null} if it keeps nothing
	 */
	protected @Nullable RowStore reopen() {
		return null;
	}

	@AfterEach
	void close() {
		if (this.store != null) {
			this.store.close();
		}
	}

	private Stream<DynamicTest> topic(Function<RowStore, ? extends Topic> topic) {
		RowStore opened = open("contract");
		this.store = opened;
		return Topic.tests(opened, topic);
	}

	@TestFactory
	@DisplayName("a store and its collections")
	Stream<DynamicTest> collections() {
		return topic(CollectionsTopic::new);
	}

	@TestFactory
	@DisplayName("a store that is written to")
	Stream<DynamicTest> writes() {
		return topic(WritesTopic::new);
	}

	@TestFactory
	@DisplayName("a store that compares versions")
	Stream<DynamicTest> versions() {
		return topic(VersionsTopic::new);
	}

	@TestFactory
	@DisplayName("a store that rows are deleted from")
	Stream<DynamicTest> deletes() {
		return topic(DeletesTopic::new);
	}

	@TestFactory
	@DisplayName("a store that is read by key")
	Stream<DynamicTest> reads() {
		return topic(ReadsTopic::new);
	}

	@TestFactory
	@DisplayName("a store and its keys")
	Stream<DynamicTest> keys() {
		return topic(KeysTopic::new);
	}

	@TestFactory
	@DisplayName("a store and its values")
	Stream<DynamicTest> values() {
		return topic(ValuesTopic::new);
	}

	@TestFactory
	@DisplayName("a store that filters")
	Stream<DynamicTest> filters() {
		return topic(FiltersTopic::new);
	}

	@TestFactory
	@DisplayName("a store that sorts, pages and scrolls")
	Stream<DynamicTest> sorts() {
		return topic(SortTopic::new);
	}

	@TestFactory
	@DisplayName("a store that finds neighbours")
	Stream<DynamicTest> nearest() {
		return topic(NearestTopic::new);
	}

	@TestFactory
	@DisplayName("a store that finds words")
	Stream<DynamicTest> texts() {
		return topic(TextTopic::new);
	}

	@TestFactory
	@DisplayName("a store that refuses")
	Stream<DynamicTest> refusals() {
		return topic(RefusalsTopic::new);
	}

	@TestFactory
	@DisplayName("a store of many threads")
	Stream<DynamicTest> concurrency() {
		return topic(ConcurrencyTopic::new);
	}

	@Test
	@DisplayName("a store has the name that it was given, and a kind")
	void names() {
		RowStore opened = open("catalog");
		this.store = opened;
		assertThat(opened.name()).isEqualTo("catalog");
		assertThat(opened.kind().name()).matches("[a-z]+");
		assertThat(opened.details()).isNotNull();
	}

	@Test
	@DisplayName("a store declares at least what its kind must be able to do")
	void leastAbilities() {
		RowStore opened = open("contract");
		this.store = opened;
		LeastAbilities.check(opened.kind().name(), opened.kind().abilities());
	}

	@Test
	@DisplayName("a store gives a sign of life, with its details")
	void livesAndTellsIt() {
		RowStore opened = open("contract");
		this.store = opened;
		new LifecycleTopic(opened).givesASignOfLife();
	}

	@Test
	@DisplayName("a closed store refuses every call, and closing it again does nothing")
	void closes() {
		new LifecycleTopic(open("contract")).refusesCallsAfterClose();
	}

	@Test
	@DisplayName("a store that keeps its data has it when it is opened again")
	void reopens() {
		LifecycleTopic left = new LifecycleTopic(open("contract")).leaves();
		RowStore reopened = reopen();
		if (reopened != null) {
			this.store = reopened;
			left.findsAgain(reopened);
		}
	}

}
