package io.quiver.store.embedded;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link CollectionName}.
 *
 * @author Quiver
 */
class CollectionNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "articles", "Articles", "a b", "con", "x.", "naïve", "\u4e2d\u6587", "50%", "a=b",
			"\"; drop", "*?<>|:" })
	void aNameComesBackFromItsDirectory(String name) {
		assertThat(CollectionName.objection(name)).isNull();
		String directory = CollectionName.toDirectory(name);
		assertThat(directory).matches("c-[a-z0-9_=-]+");
		assertThat(CollectionName.ofDirectory(directory)).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "../x", "..", ".hidden", "a/b", "a\\b", "a\0b", "a\nb", "\uD800" })
	void aNameThatMayMeanAPathIsRefused(String name) {
		assertThat(CollectionName.objection(name)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 239, 1000 })
	void aNameThatIsTooLongIsRefused(int length) {
		assertThat(CollectionName.objection("a".repeat(length))).contains("long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "new-1", "dropped-1", "c-A", "c-=4", "c-=61" })
	void aForeignDirectoryIsNoCollection(String directory) {
		assertThat(CollectionName.ofDirectory(directory)).isNull();
	}

}
