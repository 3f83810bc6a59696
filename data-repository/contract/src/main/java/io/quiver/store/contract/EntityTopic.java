package io.quiver.store.contract;

import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;

/**
 * Behaviours of entities, which have collections of their own names: each begins and ends
 * without them.
 *
 * @author Quiver
 */
abstract class EntityTopic {

	/** The number of an article that is never there. */
	static final int NOBODY = 999_999;

	final VectorOperations operations;

	final Abilities abilities;

	final Class<Article> type;

	final ArticleKind kind;

	EntityTopic(VectorOperations operations) {
		this.operations = operations;
		this.abilities = operations.store().kind().abilities();
		this.kind = ArticleKind.of(this.abilities);
		this.type = this.kind.type();
		dropAll();
	}

	final void dropAll() {
		this.operations.collection(this.type).drop();
		if (Asks.COMPOSITE_KEYS.answeredBy(this.abilities)) {
			this.operations.collection(Place.class).drop();
		}
		if (this.abilities.has(Ability.VERSION)) {
			this.operations.collection(Counter.class).drop();
		}
	}

	final Article article(int number) {
		return this.kind.articles().apply(number);
	}

	final Object id(int number) {
		return this.kind.ids().apply(number);
	}

	List<Article> save(int articles) {
		return this.operations.saveAll(IntStream.range(0, articles).mapToObj(this::article).toList());
	}

}
