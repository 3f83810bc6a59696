package io.quiver.spring.boot.autoconfigure.kind;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quiver.spring.boot.autoconfigure.inspect.Secrets;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the properties of every kind keep their secrets, as the package's doc says.
 *
 * @author Quiver
 */
@NullUnmarked
class KindSecretsTests {

	@ParameterizedTest
	@MethodSource("records")
	void recordWithSecretsOrAddressesTellsNoneOfThem(Class<? extends Record> type) throws Exception {
		RecordComponent[] components = type.getRecordComponents();
		Object[] values = Stream.of(components).map(KindSecretsTests::value).toArray();
		Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		assertThat(type.getDeclaredConstructor(types).newInstance(values)).asString().doesNotContain("hush");
	}

	static Stream<Class<?>> records() {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(StoreSupport.class)
			.stream()
			.flatMap((kind) -> withNested(kind.propertiesType()));
	}

	private static Stream<Class<?>> withNested(Class<?> type) {
		return Stream.concat(Stream.of(type),
				Stream.of(type.getRecordComponents())
					.map(RecordComponent::getType)
					.filter(Class::isRecord)
					.flatMap(KindSecretsTests::withNested));
	}

	private static Object value(RecordComponent component) {
		String name = component.getName();
		boolean secret = Secrets.isNamed("quiver.stores.a.b." + name)
				|| name.toLowerCase().matches(".*(ur[il]s?|nodes)");
		Class<?> type = component.getType();
		if (type.isPrimitive()) {
			return (type == boolean.class) ? (Object) false : 1;
		}
		if (secret && type == String.class) {
			return "hush";
		}
		if (secret && type == Map.class) {
			return Map.of("a", "hush");
		}
		return (secret && type == List.class) ? List.of("hush") : null;
	}

}
