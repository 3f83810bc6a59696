package io.quiver.spring.boot.autoconfigure.inspect;

import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.RowStore;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Stores}.
 *
 * @author Quiver
 */
class StoresTests {

	private static final StoreCalls CALLS = StoreCalls.direct();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@Test
	void onlyStoreIsPrimary() {
		this.runner.withBean("mine", RowStore.class, () -> FakeStores.named("only"))
			.run((context) -> assertThat(stores(context).made()).singleElement().satisfies((store) -> {
				assertThat(store.name()).isEqualTo("only");
				assertThat(store.bean()).isEqualTo("mine");
				assertThat(store.primary()).isTrue();
				assertThat(store.calls()).isNull();
			}));
	}

	@Test
	void amongSeveralOnlyThePrimaryOneIs() {
		this.runner.withBean("a", RowStore.class, () -> FakeStores.named("a"))
			.withBean("b", RowStore.class, () -> FakeStores.named("b"), (definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(stores(context).made()).filteredOn(InspectedStore::primary)
				.extracting(InspectedStore::name)
				.containsExactly("b"));
	}

	@Test
	void doorIsFoundByItsName() {
		this.runner.withBean("aRowStore", RowStore.class, () -> FakeStores.named("a"))
			.withBean("aStoreCalls", StoreCalls.class, () -> CALLS)
			.withBean("bStoreCalls", StoreCalls.class, StoreCalls::direct)
			.run((context) -> assertThat(stores(context).made()).singleElement()
				.extracting(InspectedStore::calls)
				.isSameAs(CALLS));
	}

	@Test
	void doorIsFoundByItsQualifier() {
		this.runner.withBean("aRowStore", RowStore.class, () -> FakeStores.named("a"))
			.withUserConfiguration(QualifiedDoor.class)
			.run((context) -> assertThat(stores(context).made()).singleElement()
				.extracting(InspectedStore::calls)
				.isSameAs(CALLS));
	}

	@Test
	void lazyStoreIsMadeOnlyWhenAllAreWanted() {
		this.runner.withBean("lateRowStore", RowStore.class, () -> FakeStores.named("late"), (definition) -> {
			definition.setLazyInit(true);
		}).run((context) -> {
			assertThat(stores(context).made()).isEmpty();
			assertThat(stores(context).waiting()).containsOnlyKeys("late");
			assertThat(context.getSourceApplicationContext(ConfigurableApplicationContext.class)
				.getBeanFactory()
				.containsSingleton("lateRowStore")).isFalse();
			assertThat(stores(context).all()).extracting(InspectedStore::name).containsExactly("late");
			assertThat(stores(context).waiting()).isEmpty();
		});
	}

	private static Stores stores(ApplicationContext context) {
		return new Stores((ConfigurableListableBeanFactory) context.getAutowireCapableBeanFactory());
	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedDoor {

		@Bean
		@Qualifier("a")
		StoreCalls door() {
			return CALLS;
		}

	}

}
