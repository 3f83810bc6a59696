package io.quiver.store.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.quiver.data.store.Abilities;
import org.junit.jupiter.api.DynamicTest;

/**
 * Makes tests of the behaviours of a topic, those that the abilities at hand allow.
 *
 * @author Quiver
 */
final class Behaviours {

	private Behaviours() {
	}

	static <T> Stream<DynamicTest> of(Supplier<T> topic, Abilities abilities, Consumer<T> cleanUp) {
		return Arrays.stream(topic.get().getClass().getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(Behaviour.class))
			.filter((method) -> applies(method.getAnnotation(Behaviour.class), abilities))
			.sorted(Comparator.comparing(Method::getName))
			.map((method) -> DynamicTest.dynamicTest(method.getAnnotation(Behaviour.class).value(),
					() -> run(topic.get(), method, cleanUp)));
	}

	private static boolean applies(Behaviour behaviour, Abilities abilities) {
		return Arrays.stream(behaviour.needs()).allMatch(abilities::has)
				&& Arrays.stream(behaviour.asks()).allMatch((each) -> each.answeredBy(abilities));
	}

	private static <T> void run(T topic, Method behaviour, Consumer<T> cleanUp) throws Throwable {
		try {
			behaviour.setAccessible(true);
			behaviour.invoke(topic);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
		finally {
			cleanUp.accept(topic);
		}
	}

}
