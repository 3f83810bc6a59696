package io.quiver.data.repository.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import io.quiver.data.core.query.Filter.Text;
import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.Reading;
import io.quiver.data.repository.VectorRepository;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.domain.Sort;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Keywords} and {@link MethodName}, through a repository.
 */
@NullUnmarked
class KeywordTests {

	private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

	private final FakeOperations fake = new FakeOperations();

	static Stream<Arguments> keywords() {
		return Stream.of(keyword("Is", (it) -> it.findByTitle("x"), where("title").is("x")),
				keyword("Is null", (it) -> it.findByTitle(null), where("title").isNull()),
				keyword("Not", (it) -> it.findByTitleNot("x"), where("title").isNot("x")),
				keyword("Not null", (it) -> it.findByTitleNot(null), where("title").isNotNull()),
				keyword("In", (it) -> it.findByTitleIn(List.of("a", "b")), where("title").in(List.of("a", "b"))),
				keyword("In array", (it) -> it.findByWordsIn(1, 2), where("words").in(List.of(1, 2))),
				keyword("In nothing", (it) -> it.findByTitleIn(List.of()), where("title").in(List.of())),
				keyword("NotIn", (it) -> it.findByTitleNotIn(List.of("a")),
						Filter.not(where("title").in(List.of("a")))),
				keyword("Between", (it) -> it.findByWordsBetween(1, 2), where("words").between(1, 2)),
				keyword("Between range", (it) -> it.findByWordsBetween(Range.open(1, 2)),
						Filter.and(where("words").gt(1), where("words").lt(2))),
				keyword("Between half a range", (it) -> it.findByWordsBetween(Range.rightUnbounded(Bound.inclusive(1))),
						where("words").gte(1)),
				keyword("Between any", (it) -> it.findByWordsBetween(Range.unbounded()), Filter.and()),
				keyword("LessThan", (it) -> it.findByWordsLessThan(1), where("words").lt(1)),
				keyword("LessThanEqual", (it) -> it.findByWordsLessThanEqual(1), where("words").lte(1)),
				keyword("GreaterThan", (it) -> it.findByWordsGreaterThan(1), where("words").gt(1)),
				keyword("GreaterThanEqual", (it) -> it.findByWordsGreaterThanEqual(1), where("words").gte(1)),
				keyword("Before", (it) -> it.findByPublishedBefore(TIME), where("published").lt(TIME)),
				keyword("After", (it) -> it.findByPublishedAfter(TIME), where("published").gt(TIME)),
				keyword("Like prefix", (it) -> it.findByTitleLike("a%"), where("title").startsWith("a")),
				keyword("Like suffix", (it) -> it.findByTitleLike("%a"), where("title").endsWith("a")),
				keyword("Like anywhere", (it) -> it.findByTitleLike("%a%"), where("title").containsText("a")),
				keyword("Like exactly", (it) -> it.findByTitleLike("a"), where("title").is("a")),
				keyword("Like anything", (it) -> it.findByTitleLike("%"), where("title").isNotNull()),
				keyword("Like nothing", (it) -> it.findByTitleLike(""), where("title").is("")),
				keyword("NotLike", (it) -> it.findByTitleNotLike("a%"), Filter.not(where("title").startsWith("a"))),
				keyword("StartingWith", (it) -> it.findByTitleStartingWith("%a"), where("title").startsWith("%a")),
				keyword("EndingWith", (it) -> it.findByTitleEndingWith("a"), where("title").endsWith("a")),
				keyword("Containing text", (it) -> it.findByTitleContaining("a"), where("title").containsText("a")),
				keyword("Containing element", (it) -> it.findByTagsContaining("a"), where("tags").contains("a")),
				keyword("NotContaining", (it) -> it.findByTagsNotContaining("a"),
						Filter.not(where("tags").contains("a"))),
				keyword("IsNull", KeywordRepository::findByTitleIsNull, where("title").isNull()),
				keyword("IsNotNull", KeywordRepository::findByTitleIsNotNull, where("title").isNotNull()),
				keyword("Exists", KeywordRepository::findByTitleExists, where("title").isNotNull()),
				keyword("IsEmpty", KeywordRepository::findByTitleIsEmpty, where("title").is("")),
				keyword("IsNotEmpty", KeywordRepository::findByTitleIsNotEmpty, where("title").isNot("")),
				keyword("True", KeywordRepository::findByDraftTrue, where("draft").is(true)),
				keyword("False", KeywordRepository::findByDraftFalse, where("draft").is(false)),
				keyword("Matches", (it) -> it.findByBodyMatches("fox"), where("body").matches("fox")),
				keyword("IgnoreCase", (it) -> it.findByTitleIgnoreCase("X"), where("title").isIgnoreCase("X")),
				keyword("IgnoreCase in", (it) -> it.findByTitleInIgnoreCase(List.of("X", "Y")),
						Filter.or(where("title").isIgnoreCase("X"), where("title").isIgnoreCase("Y"))),
				keyword("IgnoreCase starting", (it) -> it.findByTitleStartingWithIgnoreCase("X"),
						new Text("title", Position.PREFIX, "X", true)),
				keyword("AllIgnoreCase", (it) -> it.findByTitleAndWordsAllIgnoreCase("X", 1),
						Filter.and(new Comparison("title", Operator.EQ, "X", true), where("words").is(1))),
				keyword("And", (it) -> it.findByTitleAndWords("x", 1),
						Filter.and(where("title").is("x"), where("words").is(1))),
				keyword("Or", (it) -> it.findByTitleAndWordsOrCountry("x", 1, "NL"),
						Filter.or(Filter.and(where("title").is("x"), where("words").is(1)), where("country").is("NL"))),
				keyword("Optional argument", (it) -> it.findByCountry(Optional.of("NL")), where("country").is("NL")),
				keyword("no condition", KeywordRepository::findAllBy, null));
	}

	private static Arguments keyword(String name, Consumer<KeywordRepository> call, Filter filter) {
		return arguments(name, call, filter);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void keywords(String name, Consumer<KeywordRepository> call, Filter filter) {
		call.accept(this.fake.repository(KeywordRepository.class));
		assertThat(this.fake.found().filter()).isEqualTo(filter);
	}

	@Test
	void orderOfTheNameComesBeforeTheOrderOfTheCall() {
		this.fake.repository(KeywordRepository.class).findByCountryOrderByTitleDesc("NL", Sort.by("words"));
		assertThat(this.fake.found().sort()).isEqualTo(Sort.by("title").descending().and(Sort.by("words")));
	}

	@Test
	void componentOfTheIdByItsPath() {
		this.fake.repository(ReadingRepository.class).findByIdTenantAndIdDevice("a", "b");
		assertThat(this.fake.found().filter())
			.isEqualTo(Filter.and(where("id.tenant").is("a"), where("id.device").is("b")));
	}

	@Test
	void componentOfTheIdByItsNameAlone() {
		this.fake.repository(ReadingRepository.class).findByDeviceAndTimeAfterOrderByTimeDesc("b", TIME);
		assertThat(this.fake.found().filter())
			.isEqualTo(Filter.and(where("id.device").is("b"), where("id.time").gt(TIME)));
		assertThat(this.fake.found().sort()).isEqualTo(Sort.by("id.time").descending());
	}

	@Test
	void propertyOfTheEntityComesBeforeComponentOfTheId() {
		this.fake.repository(ReadingRepository.class).findByTenant("a");
		assertThat(this.fake.found().filter()).isEqualTo(where("tenant").is("a"));
	}

	@Test
	void nullWhereItMeansNothing() {
		KeywordRepository repository = this.fake.repository(KeywordRepository.class);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> repository.findByTitleStartingWith(null))
			.withMessage("KeywordRepository.findByTitleStartingWith(String): argument 'start' must not be null");
	}

	@Test
	void nullAmongSeveralValues() {
		KeywordRepository repository = this.fake.repository(KeywordRepository.class);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> repository.findByTitleIn(Arrays.asList("a", null)))
			.withMessageContaining("argument 'titles' must not contain null");
	}

	@Test
	void patternWithAWildcardInside() {
		KeywordRepository repository = this.fake.repository(KeywordRepository.class);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> repository.findByTitleLike("a%b"))
			.withMessageContaining("'a%b'")
			.withMessageContaining("Use StartingWith, EndingWith or Containing");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> repository.findByTitleLike("a_b%"))
			.withMessageContaining("'a_b%'");
	}

	interface KeywordRepository extends VectorRepository<Article, Long> {

		List<Article> findByTitle(@Nullable String title);

		List<Article> findByTitleNot(@Nullable String title);

		List<Article> findByTitleIn(Collection<@Nullable String> titles);

		List<Article> findByWordsIn(int... words);

		List<Article> findByTitleNotIn(Collection<String> titles);

		List<Article> findByWordsBetween(int least, int most);

		List<Article> findByWordsBetween(Range<Integer> range);

		List<Article> findByWordsLessThan(int words);

		List<Article> findByWordsLessThanEqual(int words);

		List<Article> findByWordsGreaterThan(int words);

		List<Article> findByWordsGreaterThanEqual(int words);

		List<Article> findByPublishedBefore(Instant time);

		List<Article> findByPublishedAfter(Instant time);

		List<Article> findByTitleLike(String pattern);

		List<Article> findByTitleNotLike(String pattern);

		List<Article> findByTitleStartingWith(@Nullable String start);

		List<Article> findByTitleEndingWith(String end);

		List<Article> findByTitleContaining(String text);

		List<Article> findByTagsContaining(String tag);

		List<Article> findByTagsNotContaining(String tag);

		List<Article> findByTitleIsNull();

		List<Article> findByTitleIsNotNull();

		List<Article> findByTitleExists();

		List<Article> findByTitleIsEmpty();

		List<Article> findByTitleIsNotEmpty();

		List<Article> findByDraftTrue();

		List<Article> findByDraftFalse();

		List<Article> findByBodyMatches(String words);

		List<Article> findByTitleIgnoreCase(String title);

		List<Article> findByTitleInIgnoreCase(List<String> titles);

		List<Article> findByTitleStartingWithIgnoreCase(String start);

		List<Article> findByTitleAndWordsAllIgnoreCase(String title, int words);

		List<Article> findByTitleAndWords(String title, int words);

		List<Article> findByTitleAndWordsOrCountry(String title, int words, String country);

		List<Article> findByCountry(Optional<String> country);

		List<Article> findByCountryOrderByTitleDesc(String country, Sort sort);

		List<Article> findAllBy();

	}

	interface ReadingRepository extends VectorRepository<Reading, Reading.ReadingId> {

		List<Reading> findByIdTenantAndIdDevice(String tenant, String device);

		List<Reading> findByDeviceAndTimeAfterOrderByTimeDesc(String device, Instant time);

		List<Reading> findByTenant(String tenant);

	}

}
