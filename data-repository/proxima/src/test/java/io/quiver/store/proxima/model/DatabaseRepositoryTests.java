package io.quiver.store.proxima.model;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
@DisplayName("P4: a repository is shown without its password")
class DatabaseRepositoryTests {

	@ParameterizedTest
	@ValueSource(strings = { "mysql://user:secret@db:3306/shop", "mysql://user:a/secret?b@db:3306/shop",
			"mysql://db:3306/shop?password=secret", "mysql://db:3306/shop?password=a@secret", "user:secret@db" })
	void aUriIsShownWithoutCredentials(String uri) {
		assertThat(repository(uri)).doesNotContain("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mysql://db:3306/shop", "mysql://db/shop?useSSL=true" })
	void otherwiseItTellsWhereTheDatabaseIs(String uri) {
		assertThat(repository(uri)).contains("mysql://db", "/shop", "articles", "reader");
	}

	private static String repository(String uri) {
		return new DatabaseRepository("main", uri, "articles", "reader", "secret").toString();
	}

}
