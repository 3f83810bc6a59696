package io.quiver.store.contract;

import java.util.function.Function;
import java.util.stream.Stream;

import io.quiver.data.core.TextEmbedder;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.VectorTemplate;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;

/**
 * What the suites of entities have in common: a store for each topic and a template on
 * it.
 *
 * @author Quiver
 */
abstract class EntityContract {

	/** Makes a text of so many characters mean what the article of that number means. */
	private static final TextEmbedder EMBEDDER = (text) -> Article.embeddingOf(text.length()).toFloatArray();

	private @Nullable RowStore store;

	/**
	 * Open a store. Every topic has one of its own and closes it.
	 * @param name the name that the store shall have
	 * @return the store
	 */
	protected abstract RowStore open(String name);

	@AfterEach
	void close() {
		if (this.store != null) {
			this.store.close();
		}
	}

	Stream<DynamicTest> topic(Function<VectorOperations, ? extends EntityTopic> topic) {
		RowStore opened = open("contract");
		this.store = opened;
		VectorOperations operations = VectorTemplate.builder(opened).embedder(EMBEDDER).build();
		return Behaviours.<EntityTopic>of(() -> topic.apply(operations), opened.kind().abilities(),
				EntityTopic::dropAll);
	}

}
