package io.quiver.data.repository.config;

import java.util.List;
import java.util.function.Consumer;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.query.Query;
import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.repository.config.mixed.MixedRepositories;
import io.quiver.data.repository.support.UnknownStoreException;
import io.quiver.data.repository.support.VectorRepositoryFactory;
import io.quiver.data.repository.support.VectorRepositoryFactoryBean;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.data.annotation.Id;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.then;

/**
 * Tests for {@link EnableVectorRepositories}.
 */
@NullUnmarked
class EnableVectorRepositoriesTests {

	private final FakeOperations first = new FakeOperations().results(Article.of(1, "first"));

	private final FakeOperations second = new FakeOperations().results(Article.of(2, "second"));

	@Test
	void onlyTemplateServesEntitiesWithoutAStore() {
		run(One.class, (context) -> context.registerBean("defaultVectorTemplate", VectorOperations.class,
				() -> this.first.operations), (context) -> {
					assertThat(context.getBean(ArticleRepository.class).findByTitle("x")).hasSize(1);
					then(this.first.reads).should().find(Query.where(where("title").is("x")));
				});
	}

	@Test
	void primaryTemplateServesEntitiesWithoutAStore() {
		run(One.class, (context) -> {
			context.registerBean("aVectorTemplate", VectorOperations.class, () -> this.first.operations);
			context.registerBean("bVectorTemplate", VectorOperations.class, () -> this.second.operations,
					(definition) -> definition.setPrimary(true));
		}, (context) -> assertThat(context.getBean(ArticleRepository.class).findByTitle("x")).extracting(Article::id)
			.containsExactly(2L));
	}

	@Test
	void severalTemplatesAndNonePrimary() {
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> run(One.class, (context) -> {
			context.registerBean("aVectorTemplate", VectorOperations.class, () -> this.first.operations);
			context.registerBean("bVectorTemplate", VectorOperations.class, () -> this.second.operations);
		}, (context) -> {
		})).withCauseInstanceOf(NoUniqueBeanDefinitionException.class);
	}

	@Test
	void entityNamesItsStore() {
		run(Named.class, (context) -> {
			context.registerBean("catalogVectorTemplate", VectorOperations.class, () -> this.first.operations);
			context.registerBean("bVectorTemplate", VectorOperations.class, () -> this.second.operations,
					(definition) -> definition.setPrimary(true));
		}, (context) -> {
			context.getBean(CatalogRepository.class).findAll();
			then(this.first.reads).should().find(Query.all());
		});
	}

	@Test
	void entityNamesAStoreThatThereIsNot() {
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> run(Named.class, (context) -> context
			.registerBean("otherVectorTemplate", VectorOperations.class, () -> this.first.operations), (context) -> {
			}))
			.havingCause()
			.isInstanceOfSatisfying(UnknownStoreException.class,
					(ex) -> assertThat(ex.getKnownStores()).containsExactly("other"))
			.withMessageContaining("asks for the store 'catalog', but there are only: other");
	}

	@Test
	void templateOfTheAnnotationComesFirst() {
		run(Referenced.class, (context) -> {
			context.registerBean("mine", VectorOperations.class, () -> this.first.operations);
			context.registerBean("catalogVectorTemplate", VectorOperations.class, () -> this.second.operations);
		}, (context) -> {
			context.getBean(CatalogRepository.class).findAll();
			then(this.first.reads).should().find(Query.all());
		});
	}

	@Test
	void plansAreFoundThroughTheFactoryBean() {
		run(One.class,
				(context) -> context.registerBean("defaultVectorTemplate", VectorOperations.class,
						() -> this.first.operations),
				(context) -> assertThat(context.getBean(VectorRepositoryFactoryBean.class).getPlans()).hasSize(1));
	}

	@Test
	void customImplementationIsFound() {
		run(Custom.class,
				(context) -> context.registerBean("defaultVectorTemplate", VectorOperations.class,
						() -> this.first.operations),
				(context) -> assertThat(context.getBean(GreetingRepository.class).greet()).isEqualTo("hello"));
	}

	@Test
	void besideAnotherModuleOnlyOursAreTaken() {
		run(MixedRepositories.class,
				(context) -> context.registerBean("defaultVectorTemplate", VectorOperations.class,
						() -> this.first.operations),
				(context) -> assertThat(context.getBeansOfType(Repository.class).values()).satisfiesExactlyInAnyOrder(
						(bean) -> assertThat(bean).isInstanceOf(MixedRepositories.OursByType.class),
						(bean) -> assertThat(bean).isInstanceOf(MixedRepositories.OursByEntity.class)));
	}

	@Test
	void otherModulesSeeThatWeAreHere() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(RepositoryFactorySupport.class,
					SpringFactoriesLoader.ArgumentResolver.of(VectorOperations.class, this.first.operations)))
			.hasAtLeastOneElementOfType(VectorRepositoryFactory.class);
	}

	private static void run(Class<?> configuration,
			ApplicationContextInitializer<AnnotationConfigApplicationContext> beans,
			Consumer<AnnotationConfigApplicationContext> test) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(configuration);
			beans.initialize(context);
			context.refresh();
			test.accept(context);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableVectorRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ArticleRepository.class))
	static class One {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableVectorRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CatalogRepository.class))
	static class Named {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableVectorRepositories(considerNestedRepositories = true, vectorTemplateRef = "mine",
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CatalogRepository.class))
	static class Referenced {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableVectorRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = GreetingRepository.class))
	static class Custom {

	}

	interface ArticleRepository extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title);

	}

	@VectorCollection(store = "catalog")
	record Product(@Id Long id) {
	}

	interface CatalogRepository extends VectorRepository<Product, Long> {

	}

	interface Greeting {

		String greet();

	}

	static class GreetingImpl implements Greeting {

		@Override
		public String greet() {
			return "hello";
		}

	}

	interface GreetingRepository extends VectorRepository<Article, Long>, Greeting {

	}

}
