package io.quiver.sample;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropertyDescription}.
 *
 * @author Quiver
 */
class PropertyDescriptionTests {

	@Test
	void textIsDescriptionAndEndOfName() {
		assertThat(property("spring.servlet.multipart.max-file-size").text())
			.isEqualTo("It is so. (servlet multipart max file size)");
	}

	@Test
	void shortNameIsTakenWhole() {
		assertThat(property("debug").text()).isEqualTo("It is so. (debug)");
	}

	private PropertyDescription property(String name) {
		return new PropertyDescription(name, "group", "Type", "It is so.", false, null);
	}

}
