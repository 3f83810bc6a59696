package io.quiver.data.core.convert;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.store.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;
import org.springframework.data.projection.SpelAwareProxyProjectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@NullUnmarked
class EntityConversionTests {

	private static final Article ARTICLE = new Article(new ArticleId("eu", 7), "Title", Color.RED, Set.of(Color.BLUE),
			LocalDateTime.of(2026, 1, 2, 3, 4), Map.of("year", 2026), Vector.of(1f, 2f));

	private final VectorMappingContext context = new VectorMappingContext();

	private final PropertyPaths paths = new PropertyPaths(this.context.getRequiredPersistentEntity(Article.class));

	private final EntityWriter writer = new EntityWriter(this.paths.entity(),
			new IdConverter(this.paths.entity(), this.context.getConversionService()));

	private final EntityReaders readers = new EntityReaders(this.context, new SpelAwareProxyProjectionFactory(),
			(entity, row, collection) -> entity);

	@Test
	void writtenRecordIsReadBack() {
		EntityReader<Article> reader = this.readers.reader(this.paths, Article.class);
		Article read = reader.read(project(reader));
		assertThat(read).usingRecursiveComparison().ignoringFields("metadata").isEqualTo(ARTICLE);
		assertThat(read.metadata()).containsEntry("year", 2026L);
	}

	@Test
	void classWithSettersIsReadBack() {
		PropertyPaths paths = new PropertyPaths(this.context.getRequiredPersistentEntity(Mutable.class));
		EntityReader<Mutable> reader = this.readers.reader(paths, Mutable.class);
		Mutable read = reader.read(Row.of("a", 3));
		assertThat(read.id).isEqualTo("a");
		assertThat(read.count).isEqualTo(3);
	}

	@Test
	void recordProjectionFetchesOnlyItsColumns() {
		EntityReader<Summary> reader = this.readers.reader(this.paths, Summary.class);
		assertThat(reader.projection().size()).isEqualTo(2);
		assertThat(reader.read(project(reader))).isEqualTo(new Summary("Title", "RED"));
	}

	@Test
	void projectionOfTheIdFetchesItsComponents() {
		EntityReader<Located> reader = this.readers.reader(this.paths, Located.class);
		assertThat(reader.read(project(reader))).isEqualTo(new Located(new ArticleId("eu", 7), "eu"));
	}

	@Test
	void closedInterfaceFetchesOnlyItsGetters() {
		EntityReader<Titled> reader = this.readers.reader(this.paths, Titled.class);
		assertThat(reader.projection().size()).isEqualTo(1);
		assertThat(reader.read(project(reader)).getTitle()).isEqualTo("Title");
	}

	@Test
	void openInterfaceSeesTheEntity() {
		EntityReader<Labelled> reader = this.readers.reader(this.paths, Labelled.class);
		assertThat(reader.read(project(reader)).getLabel()).isEqualTo("Title in RED");
	}

	@Test
	void projectionOfUnknownPropertyIsRefused() {
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> this.readers.reader(this.paths, Unknown.class))
			.withMessageContaining("'nothing'")
			.withMessageContaining("title");
	}

	@Test
	void valueThatCannotBeStoredNamesItsProperty() {
		Article article = new Article(new ArticleId("eu", 7), "Title", Color.RED, Set.of(), null,
				Map.of("odd", new Object()), null);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> this.writer.write(article))
			.withMessageContaining("'metadata'")
			.withMessageContaining("odd");
	}

	@Test
	void idOfAnotherNumberTypeIsConverted() {
		IdConverter ids = new IdConverter(this.context.getRequiredPersistentEntity(Mutable.class),
				this.context.getConversionService());
		assertThat(ids.toKey(5).parts()).containsExactly("5");
	}

	@Test
	void missingComponentOfTheIdIsRefused() {
		IdConverter ids = new IdConverter(this.paths.entity(), this.context.getConversionService());
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ids.toKey(new ArticleId(null, 7)))
			.withMessageContaining("'id.region'");
	}

	private Row project(EntityReader<?> reader) {
		Object[] all = this.writer.write(ARTICLE);
		Object[] values = new Object[reader.projection().size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = all[reader.projection().column(i)];
		}
		return Row.of(values);
	}

	enum Color {

		RED, BLUE

	}

	record ArticleId(String region, long number) {
	}

	record Article(@Id ArticleId id, String title, Color color, Set<Color> colors, LocalDateTime time,
			Map<String, Object> metadata, @VectorField(dimension = 2) Vector embedding) {
	}

	record Summary(String title, String color) {
	}

	record Located(ArticleId id, String region) {
	}

	record Unknown(String nothing) {
	}

	interface Titled {

		String getTitle();

	}

	interface Labelled {

		@Value("#{target.title + ' in ' + target.color}")
		String getLabel();

	}

	static class Mutable {

		@Id
		private String id;

		private int count;

	}

}
