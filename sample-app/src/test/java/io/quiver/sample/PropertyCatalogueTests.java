package io.quiver.sample;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link PropertyCatalogue}.
 *
 * @author Quiver
 */
class PropertyCatalogueTests {

	private final JsonMapper mapper = JsonMapper.shared();

	@TempDir
	private Path directory;

	@Test
	void describedPropertyIsRead() throws IOException {
		assertThat(read("""
				{"properties": [{"name": "shop.cart.max-items", "type": "java.lang.Integer",
				"description": "How many items\\n  a cart holds.", "defaultValue": 20}]}""").properties())
			.containsExactly(new PropertyDescription("shop.cart.max-items", "shop.cart", "Integer",
					"How many items a cart holds.", false, "20"));
	}

	@Test
	void propertyWithoutDescriptionIsLeftOut() throws IOException {
		assertThat(read("""
				{"properties": [{"name": "a"}, {"name": "b", "description": " "}]}""").properties()).isEmpty();
	}

	@Test
	void propertyOfQuiverIsLeftOut() throws IOException {
		assertThat(read("""
				{"properties": [{"name": "quiver.primary", "description": "Name of a store."},
				{"name": "quivers", "description": "How many."}]}""").properties())
			.extracting(PropertyDescription::name)
			.containsExactly("quivers");
	}

	@Test
	void fileWithoutPropertiesIsEmpty() throws IOException {
		assertThat(read("{}").properties()).isEmpty();
	}

	@Test
	void typeLosesPackagesAndOuterClasses() throws IOException {
		assertThat(read("""
				{"properties": [{"name": "a", "description": "A.",
				"type": "java.util.Map<java.lang.String,org.example.Outer$Inner[]>"}]}""").types())
			.containsOnlyKeys("Map<String, Inner[]>");
	}

	@Test
	void groupIsFirstTwoSegmentsOfLongerNames() throws IOException {
		assertThat(read("""
				{"properties": [{"name": "debug", "description": "A."}, {"name": "server.port", "description": "B."},
				{"name": "server.tomcat.threads.max", "description": "C."}]}""").groups()).containsOnlyKeys("debug",
				"server", "server.tomcat");
	}

	@Test
	void arrayOfDefaultsIsJoined() throws IOException {
		assertThat(read("""
				{"properties": [{"name": "a", "description": "A.", "defaultValue": ["x", true]}]}""").properties())
			.extracting(PropertyDescription::defaultValue)
			.containsExactly("x, true");
	}

	@Test
	void bothFormsOfDeprecationAreRead() throws IOException {
		assertThat(read("""
				{"properties": [{"name": "a", "description": "A.", "deprecated": true},
				{"name": "b", "description": "B.", "deprecation": {"level": "error"}},
				{"name": "c", "description": "C."}]}""").properties()).extracting(PropertyDescription::deprecated)
			.containsExactly(true, true, false);
	}

	@Test
	void generatedMetadataWinsOverAdditional() throws IOException {
		write("spring-configuration-metadata.json",
				"{\"properties\": [{\"name\": \"a\", \"description\": \"Generated.\"}]}");
		write("additional-spring-configuration-metadata.json", """
				{"properties": [{"name": "a", "description": "By hand."}, {"name": "b", "description": "More."}]}""");
		assertThat(catalogue().properties()).extracting(PropertyDescription::description)
			.containsExactly("Generated.", "More.");
	}

	@Test
	void brokenFileIsNamed() {
		assertThatException().isThrownBy(() -> read("{")).withMessageContaining("spring-configuration-metadata.json");
	}

	@Test
	void classPathOfThisApplicationIsRead() {
		PropertyCatalogue catalogue = new PropertyCatalogue(this.mapper);
		assertThat(catalogue.size()).isGreaterThan(700);
		assertThat(catalogue.properties()).extracting(PropertyDescription::name)
			.contains("server.port", "spring.servlet.multipart.max-file-size");
	}

	private PropertyCatalogue read(String metadata) throws IOException {
		write("spring-configuration-metadata.json", metadata);
		return catalogue();
	}

	private void write(String name, String metadata) throws IOException {
		Files.createDirectories(this.directory.resolve("META-INF"));
		Files.writeString(this.directory.resolve("META-INF").resolve(name), metadata);
	}

	private PropertyCatalogue catalogue() throws IOException {
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.directory.toUri().toURL() }, null)) {
			return new PropertyCatalogue(this.mapper, classLoader);
		}
	}

}
