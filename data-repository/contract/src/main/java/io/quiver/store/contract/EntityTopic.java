package io.quiver.store.contract;

import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Query;
import io.quiver.data.store.Abilities;

import org.springframework.data.domain.Sort;

/**
 * Behaviours of entities, which have collections of their own names: each begins and ends
 * without them.
 *
 * @author Quiver
 */
abstract class EntityTopic {

	final VectorOperations operations;

	final Abilities abilities;

	EntityTopic(VectorOperations operations) {
		this.operations = operations;
		this.abilities = operations.store().kind().abilities();
		dropAll();
	}

	final void dropAll() {
		for (Class<?> type : List.of(Article.class, Place.class, Counter.class)) {
			this.operations.collection(type).drop();
		}
	}

	List<Article> save(int articles) {
		return this.operations.saveAll(IntStream.range(0, articles).mapToObj(Article::of).toList());
	}

	List<Article> find(Filter filter) {
		return this.operations.find(Query.where(filter).withSort(Sort.by("id")), Article.class);
	}

}
