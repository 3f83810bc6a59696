package io.quiver.sample;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the questions to their rule: whoever answers them has understood them, since no
 * word that carries meaning stands in both the question and the description.
 *
 * @author Quiver
 */
class QuestionTests {

	private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");

	private static final Set<String> WITHOUT_MEANING = Set.of("a", "after", "an", "and", "any", "at", "be", "before",
			"by", "can", "each", "for", "from", "get", "gets", "how", "if", "in", "is", "it", "many", "may", "me",
			"must", "my", "never", "not", "of", "on", "once", "only", "or", "other", "our", "out", "that", "the",
			"their", "they", "this", "to", "us", "what", "when", "where", "which", "who", "with");

	private static final PropertyCatalogue catalogue = new PropertyCatalogue(JsonMapper.shared());

	static List<Question> questions() throws IOException {
		return Question.all();
	}

	@Test
	void thereAreTwentyForTwentyProperties() throws IOException {
		assertThat(Question.all()).hasSize(20).extracting(Question::property).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("questions")
	void noWordIsShared(Question question) {
		String text = description(question.property());
		List<String> description = words(text).toList();
		assertThat(words(question.text()).filter((word) -> description.stream().anyMatch((it) -> akin(word, it))))
			.as("'%s' and '%s'", question.text(), text)
			.isEmpty();
	}

	private String description(String name) {
		return catalogue.properties()
			.stream()
			.filter((property) -> property.name().equals(name))
			.map(PropertyDescription::description)
			.findFirst()
			.orElseThrow(() -> new AssertionError("There is no property " + name));
	}

	private Stream<String> words(String text) {
		return NOT_A_LETTER.splitAsStream(text.toLowerCase(Locale.ROOT))
			.filter((word) -> !word.isEmpty() && !WITHOUT_MEANING.contains(word));
	}

	/**
	 * Stricter than a stemmer: the same first five letters are enough, or one word being
	 * the beginning of the other.
	 */
	private boolean akin(String one, String other) {
		int stem = Math.min(5, Math.min(one.length(), other.length()));
		return (stem > 3) ? one.regionMatches(0, other, 0, stem) : one.equals(other);
	}

}
