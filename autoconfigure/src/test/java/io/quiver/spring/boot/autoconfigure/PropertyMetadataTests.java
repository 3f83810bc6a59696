package io.quiver.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.spring.boot.autoconfigure.policy.OperationProperties;
import io.quiver.spring.boot.autoconfigure.policy.StorePolicy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every property has a description and a default, and that the README shows
 * them.
 *
 * @author Quiver
 */
class PropertyMetadataTests {

	private static final String BEGIN = "<!-- properties: written by PropertyMetadataTests -->";

	private static final String DEFAULTS = "quiver.defaults.";

	private static final String STORE = "quiver.stores.<name>.";

	private static final String OPERATION = STORE + "operations.<operation>.";

	private static final String END = "<!-- /properties -->";

	@Test
	void everyPropertyHasAnEntryAndEveryEntryAProperty() {
		assertThat(general()).extracting(Property::name)
			.containsExactlyInAnyOrderElementsOf(names(QuiverProperties.class).map("quiver."::concat).toList());
		assertThat(store()).extracting(Property::name)
			.containsExactlyInAnyOrderElementsOf(names(StoreProperties.class).map(STORE::concat).toList());
		assertThat(operation()).extracting(Property::name)
			.containsExactlyInAnyOrderElementsOf(names(OperationProperties.class).map(OPERATION::concat).toList());
	}

	@Test
	void everyPropertyHasADescription() {
		assertThat(all()).allSatisfy(
				(property) -> assertThat(property.description()).as(property.name()).matches("(?s)[A-Z].{15,}\\."));
	}

	@Test
	void everyPropertyHasADefault() {
		assertThat(all())
			.allSatisfy((property) -> assertThat(property.defaultValue()).as(property.name()).isNotBlank());
	}

	@Test
	void describedDefaultsOfPoliciesAreThoseThatHold() {
		Map<String, Object> described = new HashMap<>(Map.of("quiver.stores.catalog.kind", "remote"));
		store().stream()
			.filter((property) -> property.name()
				.matches(".*>\\.(retry|circuit-breaker|bulkhead|pool|require-tls)\\b.*"))
			.forEach(
					(property) -> described.put(property.name().replace("<name>", "catalog"), property.defaultValue()));
		assertThat(described).hasSizeGreaterThan(20);
		// Lambdas hold delays, which have a test of their own.
		assertThat(policy(described)).usingRecursiveComparison()
			.ignoringFieldsMatchingRegexes(".*backoff", ".*(Predicate|Function)(InOpenState)?", ".*transitionOnResult")
			.isEqualTo(policy(Map.of("quiver.stores.catalog.kind", "remote")));
	}

	private static StorePolicy policy(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		ClassLoader classLoader = PropertyMetadataTests.class.getClassLoader();
		return new StoreDefinitions(environment, StoreKinds.all(classLoader), classLoader).configured().get(0).policy();
	}

	@Test
	void everyPropertyBelowTheMapIsFoundByTypeOfTheMap() {
		assertThat(read("/META-INF/spring-configuration-metadata.json"))
			.filteredOn((property) -> property.path("name").asString().equals("quiver.stores"))
			.first()
			.extracting((property) -> property.path("type").asString())
			.asString()
			.endsWith("," + StoreProperties.class.getName() + ">");
	}

	@Test
	void everyPropertyOfAnOperationIsFoundByTypeOfTheMap() {
		assertThat(read("/META-INF/spring/configuration-metadata/" + StoreProperties.class.getName() + ".json"))
			.filteredOn((property) -> property.path("name").asString().equals("operations"))
			.first()
			.extracting((property) -> property.path("type").asString())
			.asString()
			.endsWith("," + OperationProperties.class.getName() + ">");
	}

	@Test
	void readmeShowsThem() throws IOException {
		String readme = Files.readString(Path.of("../README.md"));
		String table = table();
		assertThat(readme).as("Paste between the markers of README.md:%n%s", table)
			.contains(BEGIN + "\n" + table + END);
	}

	private static String table() {
		StringBuilder table = new StringBuilder("\n| Property | Type | Default | Description |\n|---|---|---|---|\n");
		rows().forEach((property) -> table.append("| %s | %s | %s | %s |\n".formatted(property.name(), property.type(),
				property.defaultValue(), property.description())));
		return table.append("\n").toString();
	}

	/**
	 * What can be said of a store and of all stores is one row, with an asterisk and the
	 * value that holds if neither is said.
	 */
	private static Stream<Property> rows() {
		Map<String, Property> defaults = general().stream()
			.filter((property) -> property.name().startsWith(DEFAULTS))
			.collect(Collectors.toMap((property) -> property.name().substring(DEFAULTS.length()), Function.identity()));
		List<Property> stores = store().stream().map((property) -> {
			Property shared = defaults.remove(property.name().substring(STORE.length()));
			return (shared != null) ? property.row("*", shared.defaultValue())
					: property.row("", property.defaultValue());
		}).toList();
		assertThat(defaults).as("can be said of each store").isEmpty();
		Stream<Property> others = Stream.concat(general().stream(), operation().stream())
			.filter((property) -> !property.name().startsWith(DEFAULTS))
			.map((property) -> property.row("", property.defaultValue()));
		return Stream.concat(others, stores.stream()).sorted(Comparator.comparing(Property::name));
	}

	private static List<Property> all() {
		return Stream.of(general(), store(), operation()).flatMap(List::stream).toList();
	}

	private static List<Property> general() {
		return read("/META-INF/spring-configuration-metadata.json").map((property) -> Property.of("", property))
			.filter((property) -> property.name().startsWith("quiver."))
			.toList();
	}

	private static List<Property> store() {
		return below(STORE, StoreProperties.class);
	}

	private static List<Property> operation() {
		return below(OPERATION, OperationProperties.class);
	}

	private static List<Property> below(String prefix, Class<? extends Record> type) {
		return read("/META-INF/spring/configuration-metadata/" + type.getName() + ".json")
			.map((property) -> Property.of(prefix, property))
			.toList();
	}

	private static Stream<JsonNode> read(String resource) {
		try (InputStream json = PropertyMetadataTests.class.getResourceAsStream(resource)) {
			return JsonMapper.shared().readTree(json).path("properties").valueStream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<String> names(Class<? extends Record> type) {
		return PropertyNames.of(type).properties().stream();
	}

	private record Property(String name, String type, String defaultValue, String description) {

		Property row(String mark, String defaultValue) {
			return new Property("`" + this.name + "`" + mark, this.type, defaultValue, this.description);
		}

		static Property of(String prefix, JsonNode property) {
			String text = property.path("description").asString("");
			int begin = text.indexOf("By default, ");
			String described = (begin < 0) ? text : text.substring(0, begin).strip();
			String defaultValue = (begin < 0) ? ""
					: text.substring(begin + "By default, ".length()).replaceAll("\\.$", "");
			if (property.has("defaultValue")) {
				defaultValue = "`" + property.path("defaultValue").asString() + "`";
			}
			String type = property.path("type").asString().replaceAll("<.*>", "").replaceAll(".*[.$]", "");
			return new Property(prefix + property.path("name").asString(), type, defaultValue, described);
		}

	}

}
