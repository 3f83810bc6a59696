package io.quiver.sample;

import java.util.List;
import java.util.Optional;

import io.quiver.data.json.VectorJacksonModule;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;

/**
 * Tests for {@link SearchController}.
 *
 * @author Quiver
 */
@WebMvcTest(SearchController.class)
@Import(VectorJacksonModule.class)
class SearchControllerTests {

	private static final PropertyDescription PORT = new PropertyDescription("server.port", "server", "Integer",
			"Server HTTP port.", false, "8080");

	private static final SearchConditions NONE = new SearchConditions(null, null, null);

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private PropertySearch search;

	@Test
	void resultsGoToJsonWithScoreAndWithoutVector() {
		given(this.search.search("web address", NONE, 10)).willReturn(results(PORT));
		assertThat(this.mvc.get().uri("/api/search?q=web address")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.results")
			.asArray()
			.singleElement()
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("score", 0.75)
			.extractingByKey("content", InstanceOfAssertFactories.MAP)
			.containsEntry("name", "server.port")
			.containsEntry("defaultValue", "8080")
			.doesNotContainKey("embedding");
	}

	@Test
	void timeTakenIsSent() {
		given(this.search.search("web address", NONE, 10)).willReturn(results(PORT));
		assertThat(this.mvc.get().uri("/api/search?q=web address")).bodyJson()
			.extractingPath("$.millis")
			.asNumber()
			.matches((millis) -> millis.doubleValue() >= 0);
	}

	@Test
	void filtersAndLimitArePassedOn() {
		given(this.search.search("x", new SearchConditions("server", "Map<String, String>", true), 3))
			.willReturn(results(PORT));
		assertThat(this.mvc.get()
			.uri("/api/search?q=x&group={group}&type={type}&deprecated=true&limit=3", "server", "Map<String, String>"))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.results")
			.asArray()
			.hasSize(1);
	}

	@Test
	void emptyFiltersAreNone() {
		given(this.search.search("x", NONE, 10)).willReturn(results(PORT));
		assertThat(this.mvc.get().uri("/api/search?q=x&group=&type=&deprecated=")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.results")
			.asArray()
			.hasSize(1);
	}

	@Test
	void missingTextIsRefused() {
		assertThat(problem("/api/search")).contains("'q'");
	}

	@Test
	void blankTextIsRefused() {
		assertThat(problem("/api/search?q= ")).contains("'q' must not be blank");
	}

	@Test
	void limitOutOfBoundsIsRefused() {
		assertThat(problem("/api/search?q=x&limit=0")).contains("'limit' must be greater than or equal to 1");
		assertThat(problem("/api/search?q=x&limit=101")).contains("'limit' must be less than or equal to 100");
	}

	@Test
	void limitThatIsNoNumberIsRefused() {
		assertThat(problem("/api/search?q=x&limit=many")).contains("'limit'");
	}

	@Test
	void filterThatStoreDoesNotHaveIsRefusedInItsWords() {
		given(this.search.search(anyString(), any(), anyInt()))
			.willThrow(new InvalidDataAccessApiUsageException("store default has no filters"));
		assertThat(problem("/api/search?q=x&group=server")).contains("store default has no filters");
	}

	@Test
	void failureOfStoreIsNotShownToCallers() {
		given(this.search.search(anyString(), any(), anyInt()))
			.willThrow(new DataAccessResourceFailureException("secret"));
		assertThat(this.mvc.get().uri("/api/search?q=x")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.bodyText()
			.doesNotContain("secret");
	}

	@Test
	void entityGoesToJsonAsItIs() {
		given(this.search.find("server.port"))
			.willReturn(Optional.of(ConfigurationProperty.of(PORT, Vector.of(0.5f, 0.25f))));
		assertThat(this.mvc.get().uri("/api/properties/server.port")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"name\":\"server.port\",\"embedding\":[0.5,0.25]}");
	}

	@Test
	void unknownNameIsNotFound() {
		given(this.search.find(anyString())).willReturn(Optional.empty());
		for (String uri : List.of("/api/properties/a.b", "/api/properties/a.b/similar")) {
			assertThat(this.mvc.get().uri(uri)).hasStatus(HttpStatus.NOT_FOUND)
				.bodyJson()
				.extractingPath("$.detail")
				.asString()
				.contains("'a.b'");
		}
	}

	@Test
	void similarAreThoseOfItsVector() {
		ConfigurationProperty property = ConfigurationProperty.of(PORT, Vector.of(0.5f, 0.25f));
		given(this.search.find("server.port")).willReturn(Optional.of(property));
		given(this.search.similar(property, 10)).willReturn(results(PORT, PORT));
		assertThat(this.mvc.get().uri("/api/properties/server.port/similar")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.results")
			.asArray()
			.hasSize(2);
	}

	@Test
	void browserIsToldToLoadNothingFromElsewhere() {
		given(this.search.find(anyString())).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri("/api/properties/a")).headers()
			.hasHeaderSatisfying("Content-Security-Policy",
					(values) -> assertThat(values).singleElement().asString().startsWith("default-src 'none'"));
	}

	private String problem(String uri) {
		MvcTestResult result = this.mvc.get().uri(uri).exchange();
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST).hasContentType("application/problem+json");
		return assertThat(result).bodyJson().extractingPath("$.detail").actual().toString();
	}

	private SearchResults<PropertyDescription> results(PropertyDescription... properties) {
		return new SearchResults<>(List.of(properties)
			.stream()
			.map((property) -> new SearchResult<>(property, Similarity.of(0.75)))
			.toList());
	}

}
