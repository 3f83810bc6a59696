package io.quiver.data.core.convert;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import io.quiver.data.core.mapping.Field;
import io.quiver.data.core.mapping.FullText;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.query.Filter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static io.quiver.data.core.query.Filter.and;
import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@NullUnmarked
class FilterMapperTests {

	private final VectorMappingContext context = new VectorMappingContext();

	private final PropertyPaths paths = new PropertyPaths(this.context.getRequiredPersistentEntity(Thing.class));

	private final FilterMapper mapper = FilterMapper.ofValues(this.paths, this.context.getConversionService());

	@Test
	void propertyBecomesColumn() {
		assertThat(map(where("name").is("x"))).isEqualTo(where("the_name").is("x"));
	}

	@Test
	void valuesTakeTheTypeOfTheColumn() {
		assertThat(map(where("color").is(Color.RED))).isEqualTo(where("color").is("RED"));
		assertThat(map(where("count").gt(5L))).isEqualTo(where("count").gt(5));
		assertThat(map(where("time").lt(LocalDateTime.of(2026, 1, 1, 0, 0))))
			.isEqualTo(where("time").lt(Instant.parse("2026-01-01T00:00:00Z")));
	}

	@Test
	void componentOfTheIdIsReachedByBothNames() {
		assertThat(map(where("id.region").is("eu"))).isEqualTo(where("region").is("eu"));
		assertThat(map(where("region").is("eu"))).isEqualTo(where("region").is("eu"));
	}

	@Test
	void wholeIdIsAllItsComponents() {
		assertThat(map(where("id").is(new ThingId("eu", 1))))
			.isEqualTo(and(where("region").is("eu"), where("number").is(1L)));
	}

	@Test
	void keyOfMetadataKeepsFurtherDots() {
		assertThat(map(where("metadata.a.b").is(3))).isEqualTo(where("metadata.a.b").is(3L));
	}

	@Test
	void elementOfListIsConverted() {
		assertThat(map(where("colors").contains(Color.RED))).isEqualTo(where("colors").contains("RED"));
	}

	@Test
	void unknownPropertyIsRefusedWithThoseThereAre() {
		refused(where("nam").is("x"), "No property 'nam' found on Thing", "name");
	}

	@Test
	void numberIsNotCutToFit() {
		refused(where("count").gt(1.5), "'count'", "Integer", "1.5");
	}

	@Test
	void valueOfAnotherTypeIsRefused() {
		refused(where("count").is("many"), "'count'", "'many'");
	}

	@Test
	void nullIsRefused() {
		refused(where("name").is(null), "compared with null");
	}

	@Test
	void numberThatIsNotFiniteIsRefused() {
		refused(where("real").is(Double.NaN), "'real' is compared with NaN", "give a finite number");
	}

	@Test
	void localTimeIsNoMetadata() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> map(where("metadata.at").is(LocalDateTime.of(2026, 1, 1, 0, 0))))
			.withMessageContaining("LocalDateTime")
			.withMessageContaining("give an Instant");
	}

	@Test
	void deepNestingIsRefused() {
		Filter filter = where("name").is("x");
		for (int i = 0; i < 100_000; i++) {
			filter = Filter.not(filter);
		}
		refused(filter, "nested deeper than 200", "side by side");
	}

	@Test
	void longChainIsNotDeep() {
		Filter filter = where("name").is("x");
		for (int i = 0; i < 1000; i++) {
			filter = Filter.or(filter, where("name").is("x" + i));
		}
		assertThat(map(filter)).isInstanceOfSatisfying(Filter.Or.class, (or) -> assertThat(or.filters()).hasSize(1001));
	}

	@Test
	void listIsNotCompared() {
		refused(where("colors").is("RED"), "'colors' is a list");
	}

	@Test
	void textIsLookedForInStringsOnly() {
		refused(where("count").startsWith("1"), "'count' is no string");
	}

	@Test
	void wordsAreLookedForInFullTextOnly() {
		assertThat(map(where("body").matches("fox"))).isEqualTo(where("body").matches("fox"));
		refused(where("name").matches("fox"), "@FullText");
	}

	@Test
	void propertyWithoutIndexIsRefused() {
		refused(where("hidden").is("x"), "'hidden' is not indexed");
	}

	@Test
	void placeholdersAreLeftAlone() {
		FilterMapper placeholders = FilterMapper.ofPlaceholders(this.paths, this.context.getConversionService());
		assertThat(placeholders.mapNullable(where("count").is("?"))).isEqualTo(where("count").is("?"));
		assertThat(placeholders.mapNullable(where("id").is("?")))
			.isEqualTo(and(where("region").is("?"), where("number").is("?")));
	}

	private Filter map(Filter filter) {
		return this.mapper.mapNullable(filter);
	}

	private void refused(Filter filter, String... words) {
		assertThatExceptionOfType(UnsupportedQueryException.class).isThrownBy(() -> map(filter))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
	}

	enum Color {

		RED

	}

	record ThingId(String region, long number) {
	}

	record Thing(@Id ThingId id, @Field("the_name") String name, Color color, int count, double real,
			LocalDateTime time, List<Color> colors, Map<String, Object> metadata, @FullText String body,
			@Field(indexed = false) String hidden) {
	}

}
