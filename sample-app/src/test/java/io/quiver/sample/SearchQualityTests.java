package io.quiver.sample;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

/**
 * How well everyday questions are answered, by the real model on the real store.
 *
 * @author Quiver
 */
@RunningSample
class SearchQualityTests {

	private static final int TOP = 5;

	@Autowired
	private Indexer indexer;

	@Autowired
	private PropertySearch search;

	@Test
	void atLeastSixteenOfTwentyQuestionsFindTheirPropertyInTheTopFive() throws IOException {
		await().atMost(ONE_MINUTE).until(() -> this.indexer.status().phase() == IndexStatus.Phase.READY);
		Map<Integer, List<String>> byRank = Question.all()
			.stream()
			.collect(Collectors.groupingBy(this::rank, TreeMap::new,
					Collectors.mapping(Question::text, Collectors.toList())));
		byRank.forEach((rank, questions) -> System.out.printf("rank %3d: %s%n", rank, questions));
		long found = byRank.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() <= TOP)
			.mapToLong((entry) -> entry.getValue().size())
			.sum();
		assertThat(found).as("%s", byRank).isGreaterThanOrEqualTo(16);
	}

	private int rank(Question question) {
		List<String> names = this.search.search(question.text(), new SearchConditions(null, null, null), 100)
			.stream()
			.map((result) -> result.getContent().name())
			.toList();
		int index = names.indexOf(question.property());
		return (index >= 0) ? index + 1 : Integer.MAX_VALUE;
	}

}
