package io.quiver.benchmarks.search;

import java.util.function.Function;

/**
 * Who searches.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Side {

	/** The repository: entities with everything that is stored, from one segment. */
	QUIVER(QuiverSearcher::entities),

	/** The same from the segments that loading left behind. */
	QUIVER_AS_LOADED(QuiverSearcher::asLoaded),

	/** The repository: a projection that is the id. */
	QUIVER_IDS(QuiverSearcher::ids),

	/** The repository: a projection without the vector. */
	QUIVER_TEXTS(QuiverSearcher::texts),

	LUCENE(LuceneSearcher::open), JVECTOR(JVectorSearcher::open), LANGCHAIN4J(LangChain4jSearcher::new),
	SPRING_AI(SpringAiSearcher::new);

	private final Function<Scenario, Searcher> opener;

	Side(Function<Scenario, Searcher> opener) {
		this.opener = opener;
	}

	/**
	 * Open this side, building its index if it is not there.
	 * @param scenario what is searched
	 * @return the opened side
	 */
	public Searcher open(Scenario scenario) {
		return this.opener.apply(scenario);
	}

}
