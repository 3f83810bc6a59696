package io.quiver.store.contract;

import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What entities do in every store, for a store that keeps rows by a string or by a
 * number, and by a pair of strings where it can.
 *
 * @author Quiver
 * @since 0.1
 */
public abstract class VectorTemplateContract extends EntityContract {

	@TestFactory
	@DisplayName("entities that are stored, changed and deleted")
	Stream<DynamicTest> writes() {
		return topic(EntityWritesTopic::new);
	}

	@TestFactory
	@DisplayName("entities that are read by condition")
	Stream<DynamicTest> reads() {
		return topic(EntityReadsTopic::new);
	}

	@TestFactory
	@DisplayName("entities that are searched by nearness")
	Stream<DynamicTest> searches() {
		return topic(EntitySearchTopic::new);
	}

	@TestFactory
	@DisplayName("entities that are written in bulk")
	Stream<DynamicTest> bulk() {
		return topic(EntityBulkTopic::new);
	}

}
