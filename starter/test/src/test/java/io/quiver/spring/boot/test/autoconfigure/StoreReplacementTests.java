package io.quiver.spring.boot.test.autoconfigure;

import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import io.quiver.spring.boot.autoconfigure.kind.StoreMark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StoreReplacement}, on a kind that can do less than the embedded one.
 *
 * @author Quiver
 */
@Tag("java21")
class StoreReplacementTests {

	private static final StoreKind FAR = new StoreKind("far",
			Abilities.of((abilities) -> abilities.can(Ability.NEAREST)));

	@Test
	void storeKeepsItsNameAndTheAbilitiesOfItsKind() {
		try (GenericApplicationContext context = context()) {
			RowStore store = context.getBean(RowStore.class);
			assertThat(store.name()).isEqualTo("catalog");
			assertThat(store.kind()).isSameAs(FAR);
			assertThat(store.collections()).isEmpty();
		}
	}

	@Test
	void clientIsDropped() {
		try (GenericApplicationContext context = context()) {
			assertThat(context.containsBean("catalogFarClient")).isFalse();
		}
	}

	@Test
	void ownStoreIsKept() {
		RowStore own = TestRowStore.create("own", FAR);
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.registerBean("own", RowStore.class, () -> own);
			context.addBeanFactoryPostProcessor(new StoreReplacement());
			context.refresh();
			assertThat(context.getBean(RowStore.class)).isSameAs(own);
		}
	}

	private static GenericApplicationContext context() {
		GenericApplicationContext context = new GenericApplicationContext();
		register(context, "catalogFarClient", AutoCloseable.class);
		register(context, "catalogRowStore", RowStore.class).setDependsOn("catalogFarClient");
		context.addBeanFactoryPostProcessor(new StoreReplacement());
		context.refresh();
		return context;
	}

	private static <T> RootBeanDefinition register(GenericApplicationContext context, String name, Class<T> type) {
		RootBeanDefinition definition = new RootBeanDefinition(type, () -> {
			throw new IllegalStateException("Connected");
		});
		new StoreMark("catalog", FAR).put(definition);
		context.registerBeanDefinition(name, definition);
		return definition;
	}

}
