package io.quiver.sample;

import java.io.IOException;

import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.RowStore;
import io.quiver.store.contract.ReferenceStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

/**
 * The same application on a store that finds neighbours, and nothing else.
 *
 * @author Quiver
 */
@RunningSample
@ExtendWith(BrowserCondition.class)
class PageWithoutFiltersTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Indexer indexer;

	@Test
	void filtersAreGreyedOutAndTheStoreSaysWhy() throws IOException {
		await().atMost(ONE_MINUTE).until(() -> this.indexer.status().phase() == IndexStatus.Phase.READY);
		try (Browser browser = new Browser()) {
			browser.desktop().open("http://127.0.0.1:%d/?q=limit the size of uploaded files".formatted(this.port));
			browser.await(ExpectedConditions.textToBe(By.cssSelector("#cards li:first-child .name"),
					"spring.servlet.multipart.max-file-size"));
			browser.await(ExpectedConditions.visibilityOfElementLocated(By.id("no-filters")));
			assertThat(browser.find("#no-filters").getText()).contains("no filters").contains("default");
			assertThat(browser.find("#group").isEnabled()).isFalse();
			assertThat(browser.find("#type").isEnabled()).isFalse();
			assertThat(browser.find("#deprecated").isEnabled()).isFalse();
			browser.screenshot("desktop-without-filters");
		}
	}

	@TestConfiguration
	static class NeighboursOnly {

		@Bean
		RowStore defaultRowStore() {
			return new ReferenceStore("default",
					Abilities.of((abilities) -> abilities.can(Ability.NEAREST).nearest(FilterRule.none())));
		}

	}

}
