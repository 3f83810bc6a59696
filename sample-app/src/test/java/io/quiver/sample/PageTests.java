package io.quiver.sample;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.quiver.data.core.TextEmbedder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

/**
 * The page, as people use it.
 *
 * @author Quiver
 */
@RunningSample
@ExtendWith(BrowserCondition.class)
class PageTests {

	private static final String UPLOAD = "limit the size of uploaded files";

	private static final String MAX_FILE_SIZE = "spring.servlet.multipart.max-file-size";

	private static final String FIRST = "#cards li:first-child ";

	private static Browser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private Indexer indexer;

	@Autowired
	private ConfigurationProperties properties;

	@Autowired
	private TextEmbedder embedder;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@BeforeEach
	void open() {
		await().atMost(ONE_MINUTE).until(() -> this.indexer.status().phase() == IndexStatus.Phase.READY);
		browser.desktop().open(address(""));
	}

	@Test
	void searchShowsTheRightCardFirst() throws IOException {
		awaitFooter();
		browser.screenshot("desktop-welcome");
		browser.find("#q").sendKeys(UPLOAD, Keys.ENTER);
		awaitFirst(MAX_FILE_SIZE);
		assertThat(browser.find(FIRST + ".description").getText()).isEqualTo("Max file size.");
		assertThat(browser.find(FIRST + ".type").getText()).isEqualTo("DataSize");
		assertThat(Double.parseDouble(browser.find(FIRST + ".value").getText())).isBetween(0.5, 1.0);
		assertThat(browser.find(FIRST + ".bar span").getSize().getWidth()).isPositive();
		assertThat(browser.find("#summary").getText()).contains("10 properties", "ms on the server", "ms in all");
		browser.screenshot("desktop");
	}

	@Test
	void filtersNarrow() throws IOException {
		search(UPLOAD);
		new Select(browser.find("#group")).selectByValue("server.tomcat");
		browser.await((driver) -> browser.texts("#cards .name").stream().allMatch(this::isOfTomcat));
		assertThat(browser.texts("#cards .name")).hasSize(10);
		browser.screenshot("desktop-filter");
		browser.find("#clear").click();
		awaitFirst(MAX_FILE_SIZE);
	}

	@Test
	void moreLikeThisSearchesWithTheVectorAndGoesBack() throws IOException {
		search(UPLOAD);
		browser.find(FIRST + ".like").click();
		browser
			.await(ExpectedConditions.textToBePresentInElementLocated(By.id("summary"), "More like " + MAX_FILE_SIZE));
		assertThat(browser.texts("#cards .name")).hasSize(10)
			.extracting(Object::toString)
			.doesNotContain(MAX_FILE_SIZE)
			.contains("spring.servlet.multipart.max-request-size");
		browser.screenshot("desktop-like");
		browser.driver().navigate().back();
		awaitFirst(MAX_FILE_SIZE);
	}

	@Test
	void phoneShowsEverythingInItsWidth() throws IOException {
		browser.phone();
		search(UPLOAD);
		assertNoHorizontalScroll();
		browser.screenshot("phone");
		browser.colors("dark");
		browser.screenshot("phone-dark");
		browser.open(address("?q=management"));
		browser.await(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#cards li"), 10));
		assertNoHorizontalScroll();
	}

	@Test
	void darkIsFollowed() throws IOException {
		browser.colors("dark");
		search(UPLOAD);
		assertThat(browser.run("return getComputedStyle(document.documentElement).backgroundColor"))
			.isEqualTo("rgb(19, 24, 22)");
		browser.screenshot("desktop-dark");
	}

	@Test
	void healthAndMetersOfTheStoreAreShown() throws IOException {
		search(UPLOAD);
		browser.find("#watch summary").click();
		browser.await(ExpectedConditions.textToBePresentInElementLocated(By.id("operations"), "nearest"));
		assertThat(browser.find("#health").getText()).contains("UP", "embedded", "Lucene", "CLOSED", "GB")
			.containsPattern("latency\\s+[\\d.]+ ms");
		int before = searches();
		assertThat(before).isPositive();
		assertThat(browser.texts("#operations tr")).allSatisfy((row) -> assertThat(row.toString()).contains("ms"));
		browser.scrollTo("#watch");
		browser.screenshot("desktop-watch");
		browser.find(FIRST + ".like").click();
		browser.await((driver) -> searches() > before);
		browser.phone();
		assertNoHorizontalScroll();
		browser.scrollTo("#watch");
		browser.screenshot("phone-watch");
	}

	private static int searches() {
		return browser.texts("#operations tr")
			.stream()
			.map((row) -> row.toString().split("\\s+"))
			.filter((cells) -> cells[0].equals("nearest"))
			.mapToInt((cells) -> Integer.parseInt(cells[1]))
			.findFirst()
			.orElse(0);
	}

	@Test
	void hostileTextIsShownAsText() {
		String hostile = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>";
		this.properties.save(ConfigurationProperty.of(
				new PropertyDescription("hostile.<b>name", hostile, "<i>Type", hostile, true, hostile),
				Vector.of(this.embedder.embed(hostile))));
		try {
			search(hostile);
			awaitFirst("hostile.<b>name");
			assertThat(browser.find(FIRST + ".description").getText()).isEqualTo(hostile);
			assertThat(browser.find(FIRST + ".default").getText()).isEqualTo(hostile);
			assertThat(browser.driver().findElements(By.cssSelector("img, #cards script, #cards b, #cards i")))
				.isEmpty();
			browser.find(FIRST + ".like").click();
			browser.await(
					ExpectedConditions.textToBePresentInElementLocated(By.id("summary"), "More like hostile.<b>name"));
			assertThat(browser.driver().getTitle()).startsWith("Quiver");
		}
		finally {
			this.properties.deleteById(ConfigurationProperty.id("hostile.<b>name"));
		}
	}

	@Test
	void refusalIsExplained() throws IOException {
		browser.open(address("?q=" + "x".repeat(501)));
		browser.await(ExpectedConditions.visibilityOfElementLocated(By.id("problem")));
		assertThat(browser.find("#problem p").getText()).contains("'q' size must be between 0 and 500");
		browser.screenshot("desktop-problem");
	}

	@Test
	void slashLeadsToTheSearchBox() {
		search(UPLOAD);
		browser.find(FIRST + ".like").sendKeys("/");
		assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id")).isEqualTo("q");
	}

	@Test
	void browserHasNothingToComplainOf() {
		browser.complaints();
		search(UPLOAD);
		awaitFooter();
		assertThat(browser.complaints()).isEmpty();
	}

	private boolean isOfTomcat(Object name) {
		return name.toString().startsWith("server.tomcat.");
	}

	private void search(String text) {
		browser.open(address("?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
		browser.await(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#cards li"), 10));
		awaitFooter();
	}

	private void awaitFirst(String name) {
		browser.await(ExpectedConditions.textToBe(By.cssSelector(FIRST + ".name"), name));
	}

	private void awaitFooter() {
		browser.await(ExpectedConditions.textToBePresentInElementLocated(By.id("store"), "health UP"));
	}

	private void assertNoHorizontalScroll() {
		assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
	}

	private String address(String query) {
		return "http://127.0.0.1:%d/%s".formatted(this.port, query);
	}

}
