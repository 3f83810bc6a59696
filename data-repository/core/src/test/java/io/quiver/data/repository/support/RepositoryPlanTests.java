package io.quiver.data.repository.support;

import java.util.List;
import java.util.Objects;

import io.quiver.data.core.QueryPlanner.Objection;
import io.quiver.data.core.QueryShape;
import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.repository.query.QueryPlan;
import io.quiver.data.repository.query.RefusedMethod;
import io.quiver.data.repository.query.RepositoryPlan;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.SortRule;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.CrudRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * Tests for {@link RepositoryPlan} and how {@link VectorRepositoryFactory} makes it.
 *
 * @author Quiver
 */
class RepositoryPlanTests {

	private final FakeOperations fake = new FakeOperations().kind(Abilities
		.of((abilities) -> abilities.can(Ability.INSERT, Ability.UPDATE, Ability.LIST).sort(SortRule.any())));

	private final VectorRepositoryFactory factory = new VectorRepositoryFactory(this.fake.operations);

	@Test
	void repositoryThatHasNotBeenMadeHasNone() {
		assertThat(this.factory.getPlan(Articles.class)).isNull();
	}

	@Test
	void namesEntityStoreAndCollection() {
		RepositoryPlan plan = plan(Articles.class);
		assertThat(plan.repository()).isEqualTo(Articles.class);
		assertThat(plan.entity()).isEqualTo(Article.class);
		assertThat(plan.store()).isEqualTo("default");
		assertThat(plan.collection()).isEqualTo("articles");
	}

	@Test
	void hasEveryQueryMethodInOrder() {
		assertThat(plan(Articles.class).queries()).containsExactly(
				new QueryPlan("Articles.countByCountry(String)", "a plan"),
				new QueryPlan("Articles.findByTitle(String)", "a plan"));
	}

	@Test
	void nothingIsRefusedByAStoreThatCanAll() {
		assertThat(plan(Articles.class).refused()).isEmpty();
	}

	@Test
	void tellsInheritedMethodsThatTheStoreCannotDo() {
		given(this.fake.planner.objection(any())).willAnswer((call) -> {
			Action action = call.getArgument(0, QueryShape.class).action();
			return (action == Action.COUNT) ? new Objection("Store 'default' (fake) does not count", "keep a count.")
					: null;
		});
		assertThat(plan(ByKey.class).refused()).containsExactly(
				new RefusedMethod("ByKey.count()", "it does not count", "Keep a count"),
				new RefusedMethod("ByKey.findAll(Pageable)", "it does not count", "Keep a count"));
	}

	@Test
	void tellsOnlyMethodsThatTheRepositoryHas() {
		this.fake.kind(Abilities.of((abilities) -> {
		}));
		assertThat(plan(ByKey.class).refused()).extracting(RefusedMethod::method)
			.containsExactly("ByKey.findAll(Sort)", "ByKey.insert(Object)", "ByKey.update(Object)");
		assertThat(plan(Plain.class).refused()).isEmpty();
	}

	@Test
	void methodThatTheUserImplementsIsNotRefused() {
		given(this.fake.planner.objection(any())).willReturn(new Objection("it does not count", "keep a count"));
		assertThat(plan(Plain.class).refused()).extracting(RefusedMethod::method).contains("Plain.count()");
		this.factory.getRepository(Plain.class, (Counting) () -> 42);
		assertThat(made(Plain.class).refused()).extracting(RefusedMethod::method).doesNotContain("Plain.count()");
	}

	@Test
	void repositoryMadeTwiceHasItsPlansOnce() {
		plan(Articles.class);
		assertThat(plan(Articles.class).queries()).hasSize(2);
	}

	@Test
	void isForPeopleToRead() {
		assertThat(new RefusedMethod("ByKey.count()", "it does not count", "Keep a count"))
			.hasToString("ByKey.count(): it does not count. Keep a count.");
	}

	private RepositoryPlan plan(Class<?> repository) {
		this.factory.getRepository(repository);
		return made(repository);
	}

	private RepositoryPlan made(Class<?> repository) {
		return Objects.requireNonNull(this.factory.getPlan(repository));
	}

	interface Articles extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title);

		long countByCountry(String country);

	}

	interface ByKey extends VectorRepository<Article, Long> {

	}

	interface Plain extends CrudRepository<Article, Long> {

	}

	interface Counting {

		long count();

	}

}
