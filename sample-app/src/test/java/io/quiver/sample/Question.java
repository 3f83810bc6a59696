package io.quiver.sample;

import java.io.IOException;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An everyday question, as it was written before the first search was run.
 *
 * @param text what somebody would type
 * @param property the name of the property that answers it
 * @author Quiver
 */
record Question(String text, String property) {

	static List<Question> all() throws IOException {
		return new ClassPathResource("questions.csv", Question.class).getContentAsString(UTF_8)
			.lines()
			.skip(1)
			.map((line) -> line.split("\\|"))
			.map((columns) -> new Question(columns[0], columns[1]))
			.toList();
	}

}
