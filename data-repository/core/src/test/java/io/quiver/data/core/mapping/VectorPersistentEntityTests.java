package io.quiver.data.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quiver.data.core.convert.VectorCustomConversions;
import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.domain.Vector;
import org.springframework.data.mapping.MappingException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VectorPersistentEntityTests {

	private final VectorMappingContext context = new VectorMappingContext();

	@Test
	void collectionIsNamedAfterTheClass() {
		assertThat(entity(Plain.class).getCollectionName()).isEqualTo("plain");
	}

	@Test
	void collectionAndStoreAreNamedByTheAnnotation() {
		assertThat(entity(Named.class).getCollectionName()).isEqualTo("articles");
		assertThat(entity(Named.class).getStoreName()).isEqualTo("catalog");
	}

	@Test
	void nameOfTheCollectionMayBeAnExpression() {
		this.context.setEnvironment(new MockEnvironment().withProperty("suffix", "2026"));
		assertThat(entity(Expressed.class).getCollectionName()).isEqualTo("log-2026");
	}

	@Test
	void everySimpleTypeHasItsColumn() {
		assertThat(entity(Types.class).getCollection().columns()).containsExactly(
				new KeyColumn("id", ColumnType.LONG, false), value("flag", ColumnType.BOOLEAN, false),
				value("tiny", ColumnType.INTEGER, true), value("small", ColumnType.INTEGER, true),
				value("number", ColumnType.INTEGER, false), value("single", ColumnType.FLOAT, true),
				value("real", ColumnType.DOUBLE, true), value("decimal", ColumnType.DECIMAL, true),
				value("big", ColumnType.DECIMAL, true), value("letter", ColumnType.STRING, true),
				value("color", ColumnType.STRING, true), value("uuid", ColumnType.UUID, true),
				value("instant", ColumnType.TIMESTAMP, true), value("day", ColumnType.DATE, true),
				value("local", ColumnType.TIMESTAMP, true), value("time", ColumnType.LONG, true),
				value("duration", ColumnType.LONG, true), value("date", ColumnType.TIMESTAMP, true),
				new ValueColumn("bytes", ColumnType.BINARY, true, false, false, false));
	}

	@Test
	void collectionsAndArraysAreLists() {
		assertThat(entity(Lists.class).getCollection().columns()).contains(
				new ListColumn("tags", ColumnType.STRING, true), new ListColumn("colors", ColumnType.STRING, true),
				new ListColumn("numbers", ColumnType.INTEGER, true), new MapColumn("metadata"));
	}

	@Test
	void vectorsHaveDimensionAndMetric() {
		assertThat(entity(Vectors.class).getCollection().columns()).contains(
				new VectorColumn("embedding", 3, Metric.COSINE, true),
				new VectorColumn("emb_raw", 2, Metric.EUCLIDEAN, true));
		assertThat(entity(Vectors.class).getVectorProperties()).extracting(VectorPersistentProperty::getName)
			.containsExactly("embedding", "raw");
	}

	@Test
	void componentsOfTheIdAreTheKeyInTheirOrder() {
		VectorPersistentEntity<?> entity = entity(Composite.class);
		assertThat(entity.getCollection().columns().subList(0, 2)).containsExactly(
				new KeyColumn("region", ColumnType.STRING, false), new KeyColumn("number", ColumnType.LONG, false));
		assertThat(entity.getIdEntity()).isNotNull();
		assertThat(entity.getColumns()).extracting(ColumnMapping::path)
			.containsExactly("id.region", "id.number", "name");
	}

	@Test
	void versionIsNeverNull() {
		assertThat(entity(Versioned.class).getCollection().columns().get(1))
			.isEqualTo(new ValueColumn("version", ColumnType.LONG, false, true, false, true));
	}

	@Test
	void fullTextIsMarked() {
		assertThat(entity(Texts.class).getFullTextProperties()).extracting(VectorPersistentProperty::getName)
			.containsExactly("body");
	}

	@Test
	void onlyIdsOfOtherTypesAreMadeByTheStore() {
		assertThat(key(GeneratedLong.class).generated()).isTrue();
		assertThat(key(GeneratedUuid.class).generated()).isFalse();
	}

	@Test
	void converterDecidesOnTheColumn() {
		VectorMappingContext context = new VectorMappingContext(
				new VectorCustomConversions(List.of(new UriWriter(), new UriReader())));
		ColumnMapping mapping = context.getRequiredPersistentEntity(Unmappable.class).getColumns().get(1);
		assertThat(mapping.column()).isEqualTo(value("uri", ColumnType.STRING, true));
		assertThat(mapping.toColumn().apply(URI.create("a:b"))).isEqualTo("a:b");
		assertThat(mapping.fromColumn().apply("a:b")).isEqualTo(URI.create("a:b"));
	}

	@Test
	void durationThatNanosecondsCannotHoldIsRefusedWithTheLimit() {
		ColumnMapping mapping = entity(Types.class).getColumns()
			.stream()
			.filter((column) -> column.path().equals("duration"))
			.findFirst()
			.orElseThrow();
		assertThatIllegalArgumentException().isThrownBy(() -> mapping.toColumn().apply(Duration.ofDays(200_000)))
			.withMessageContaining("292 years");
	}

	@Test
	void transientPropertiesAreLeftOut() {
		assertThat(entity(WithTransient.class).getCollection().columns()).extracting(Column::name)
			.containsExactly("id");
	}

	@Test
	void typeWithoutColumnIsRefusedWithTheCure() {
		refused(Unmappable.class, "'uri'", "URI", "register a converter", "@Transient");
	}

	@Test
	void zonedTimeIsRefusedSinceItsZoneWouldBeLost() {
		refused(Zoned.class, "'time'", "lose its time zone", "use Instant");
	}

	@Test
	void vectorWithoutAnnotationIsRefused() {
		refused(BareVector.class, "'embedding'", "@VectorField(dimension = ...)");
	}

	@Test
	void dimensionBelowOneIsRefused() {
		refused(NoDimension.class, "'embedding'", "dimension 0");
	}

	@Test
	void vectorOfAnotherTypeIsRefused() {
		refused(ListVector.class, "'embedding'", "cannot be a vector", "float[]");
	}

	@Test
	void vectorOfDoublesIsRefusedWithOrWithoutAnnotation() {
		refused(DoubleVector.class, "'embedding'", "double[]", "cannot be a vector", "float[]");
		refused(Doubles.class, "'values'", "double[]", "neither vector nor list", "List<Double>");
	}

	@Test
	void missingIdIsRefused() {
		refused(NoId.class, NoId.class.getName(), "has no id", "@Id");
	}

	@Test
	void twoIdsAreRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> entity(TwoIds.class))
			.withStackTraceContaining("already have property");
	}

	@Test
	void twoVersionsAreRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> entity(TwoVersions.class))
			.withStackTraceContaining("already have property");
	}

	@Test
	void fullTextOnNumberIsRefused() {
		refused(NumberText.class, "'body'", "no words to search", "String");
	}

	@Test
	void versionThatIsNoNumberIsRefused() {
		refused(TextVersion.class, "'version'", "cannot count versions");
	}

	@Test
	void columnUsedTwiceIsRefused() {
		refused(SameColumn.class, "two columns named 'x'");
	}

	@Test
	void severalConstructorsAreRefused() {
		refused(TwoConstructors.class, "TwoConstructors", "several constructors", "@PersistenceCreator");
	}

	@Test
	void finalFieldThatCannotBeSetIsRefused() {
		refused(FinalField.class, "'kind' of FinalField", "is final", "@Transient");
	}

	private void refused(Class<?> type, String... words) {
		assertThatExceptionOfType(UnmappableEntityException.class).isThrownBy(() -> entity(type).getCollection())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
	}

	private VectorPersistentEntity<?> entity(Class<?> type) {
		return this.context.getRequiredPersistentEntity(type);
	}

	private KeyColumn key(Class<?> type) {
		return (KeyColumn) entity(type).getCollection().columns().get(0);
	}

	private static ValueColumn value(String name, ColumnType type, boolean nullable) {
		return new ValueColumn(name, type, nullable, true, false, false);
	}

	static class TwoConstructors {

		@Id
		Long id;

		TwoConstructors(Long id) {
			this.id = id;
		}

		TwoConstructors(String id) {
			this.id = Long.valueOf(id);
		}

	}

	static class FinalField {

		@Id
		@Nullable Long id;

		final String kind = String.valueOf("fixed");

	}

	record Plain(@Id Long id) {
	}

	@VectorCollection(name = "articles", store = "catalog")
	record Named(@Id Long id) {
	}

	@VectorCollection("log-${suffix}")
	record Expressed(@Id Long id) {
	}

	enum Color {

		RED

	}

	record Types(@Id long id, boolean flag, Byte tiny, Short small, int number, Float single, Double real,
			BigDecimal decimal, BigInteger big, Character letter, Color color, UUID uuid, Instant instant,
			LocalDate day, LocalDateTime local, LocalTime time, Duration duration, Date date, byte[] bytes) {
	}

	record Lists(@Id Long id, List<String> tags, Set<Color> colors, int[] numbers, Map<String, Object> metadata) {
	}

	record Vectors(@Id Long id, @VectorField(dimension = 3) Vector embedding,
			@VectorField(dimension = 2, metric = Metric.EUCLIDEAN, name = "emb_raw") float[] raw) {
	}

	record Place(String region, long number) {
	}

	record Composite(@Id Place id, String name) {
	}

	record Versioned(@Id Long id, @Version Long version) {
	}

	record Texts(@Id Long id, @FullText String body) {
	}

	record GeneratedLong(@Id @Generated Long id) {
	}

	record GeneratedUuid(@Id @Generated UUID id) {
	}

	record WithTransient(@Id Long id, @Transient URI uri) {
	}

	record Unmappable(@Id Long id, URI uri) {
	}

	record Zoned(@Id Long id, ZonedDateTime time) {
	}

	record BareVector(@Id Long id, Vector embedding) {
	}

	record NoDimension(@Id Long id, @VectorField(dimension = 0) Vector embedding) {
	}

	record ListVector(@Id Long id, @VectorField(dimension = 2) List<Float> embedding) {
	}

	record DoubleVector(@Id Long id, @VectorField(dimension = 2) double[] embedding) {
	}

	record Doubles(@Id Long id, double[] values) {
	}

	record NoId(String name) {
	}

	record TwoIds(@Id Long id, @Id Long other) {
	}

	record TwoVersions(@Id Long id, @Version Long version, @Version Long other) {
	}

	record NumberText(@Id Long id, @FullText int body) {
	}

	record TextVersion(@Id Long id, @Version String version) {
	}

	record SameColumn(@Id Long id, @Field("x") String one, @Field("x") String two) {
	}

	@WritingConverter
	static class UriWriter implements Converter<URI, String> {

		@Override
		public String convert(URI source) {
			return source.toString();
		}

	}

	@ReadingConverter
	static class UriReader implements Converter<String, URI> {

		@Override
		public URI convert(String source) {
			return URI.create(source);
		}

	}

}
