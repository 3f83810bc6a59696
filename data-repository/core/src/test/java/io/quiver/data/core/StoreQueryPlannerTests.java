package io.quiver.data.core;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.quiver.data.core.QueryPlanner.Objection;
import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.mapping.FullText;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.FilterRule;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

@NullUnmarked
class StoreQueryPlannerTests {

	private static final Filter COUNTRY = where("country").is("?");

	@Test
	void nothingStandsAgainstWhatTheStoreCanDo() {
		assertThat(new VectorTemplate(new RecordingStore()).planner().objection(near(false, Set.of()))).isNull();
	}

	@Test
	void listingNeedsItsAbility() {
		refused(find(null, Sort.unsorted()), (abilities) -> abilities.find(FilterRule.all()), "does not list rows");
	}

	@Test
	void filterIsJudgedByTheRuleOfTheCall() {
		refused(find(COUNTRY, Sort.unsorted()), (abilities) -> {
		}, "finds rows only by key");
	}

	@Test
	void orderIsJudgedByTheRule() {
		refused(find(COUNTRY, Sort.by("country")), (abilities) -> abilities.find(FilterRule.all()), "does not sort");
	}

	@Test
	void nearnessNeedsItsAbility() {
		refused(near(false, Set.of()), (abilities) -> abilities.nearest(FilterRule.all()), "finds no neighbours");
	}

	@Test
	void storeThatComparesEveryRowMustBeAskedTo() {
		refused(near(false, Set.of()), (abilities) -> abilities.can(Ability.NEAREST_EXACT).nearest(FilterRule.all()),
				"every row", "exact");
	}

	@Test
	void countingARangeNeedsItsAbility() {
		refused(new QueryShape(Article.class, Action.COUNT, null, Sort.unsorted(), false, "embedding", true, List.of(),
				Set.of()), (abilities) -> abilities.can(Ability.NEAREST).nearest(FilterRule.all()), "range");
	}

	@Test
	void keysOfMetadataNeedTheirAbility() {
		refused(find(where("metadata.key").is("?"), Sort.unsorted()), (abilities) -> abilities.find(FilterRule.all()),
				"metadata.key");
	}

	@Test
	void optionsMustBeDeclared() {
		refused(near(false, Set.of(Option.EF)), (abilities) -> abilities.can(Ability.NEAREST).nearest(FilterRule.all()),
				"no option EF");
	}

	@Test
	void textNeedsItsAbility() {
		refused(new QueryShape(Article.class, Action.SEARCH, null, Sort.unsorted(), false, null, false,
				List.of("country"), Set.of()), (abilities) -> abilities.nearest(FilterRule.all()), "words of a text");
	}

	@Test
	void entityThatTheStoreCannotKeepIsAnObjection() {
		refused(near(false, Set.of()), (abilities) -> abilities.shape((spec) -> "keeps no vectors"),
				"keeps no vectors");
	}

	@Test
	void unknownPropertyIsAnObjection() {
		refused(find(where("nothing").is("?"), Sort.unsorted()), (abilities) -> abilities.find(FilterRule.all()),
				"No property 'nothing'");
	}

	@Test
	void planIsDescribedInOneLine() {
		assertThat(new VectorTemplate(new RecordingStore()).planner().describe(near(true, Set.of()))).isEqualTo(
				"search nearest to 'embedding' (COSINE, 2) within ? where country = ? in 'article' on test (recording)");
	}

	private static void refused(QueryShape shape, Consumer<Abilities.Builder> abilities, String... words) {
		Objection objection = new VectorTemplate(new RecordingStore(Abilities.of(abilities))).planner()
			.objection(shape);
		assertThat(objection).isNotNull();
		assertThat(objection.problem() + objection.wayOut()).contains(words);
		assertThat(objection.wayOut()).isNotBlank();
	}

	private static QueryShape find(Filter filter, Sort sort) {
		return new QueryShape(Article.class, Action.FIND, filter, sort, false, null, false, List.of(), Set.of());
	}

	private static QueryShape near(boolean within, Set<Option> options) {
		return new QueryShape(Article.class, Action.SEARCH, COUNTRY, Sort.unsorted(), false, "embedding", within,
				List.of(), options);
	}

	record Article(@Id String id, @FullText String country, Map<String, Object> metadata,
			@VectorField(dimension = 2) Vector embedding) {
	}

}
