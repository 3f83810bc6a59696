package io.quiver.store.contract;

import java.util.function.IntFunction;

import io.quiver.data.repository.VectorRepository;
import io.quiver.data.store.Abilities;

/**
 * The articles that a store can keep: by a name, or else by a number.
 *
 * @param type the entity
 * @param articles makes the article of a number
 * @param ids makes the id of the article of a number
 * @param repository a repository without methods of its own
 * @author Quiver
 */
record ArticleKind(Class<Article> type, IntFunction<Article> articles, IntFunction<Object> ids,
		Class<? extends VectorRepository<?, ?>> repository) {

	private static final ArticleKind NAMED = new ArticleKind(type(NamedArticle.class), NamedArticle::of,
			NamedArticle::idOf, NamedArticles.class);

	private static final ArticleKind NUMBERED = new ArticleKind(type(NumberedArticle.class), NumberedArticle::of,
			NumberedArticle::idOf, NumberedArticles.class);

	static ArticleKind of(Abilities abilities) {
		return (Shape.takesKey(abilities, String.class)) ? NAMED : NUMBERED;
	}

	@SuppressWarnings("unchecked")
	private static Class<Article> type(Class<? extends Article> type) {
		return (Class<Article>) type;
	}

	/** By a name. */
	interface NamedArticles extends VectorRepository<NamedArticle, String> {

	}

	/** By a number. */
	interface NumberedArticles extends VectorRepository<NumberedArticle, Long> {

	}

}
