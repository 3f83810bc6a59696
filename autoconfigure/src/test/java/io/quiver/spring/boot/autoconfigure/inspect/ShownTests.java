package io.quiver.spring.boot.autoconfigure.inspect;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Shown}.
 *
 * @author Quiver
 */
class ShownTests {

	private final Shown shown = new Shown(SecretsTests.none());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://localhost:8080/v1                  | http://localhost:8080/v1
			http://ann:secret@localhost:8080          | http://******@localhost:8080
			http://ann:se/cr@et@localhost             | http://******@localhost
			https://secret@localhost                  | https://******@localhost
			jdbc:mysql://h/db?user=ann&password=secret | jdbc:mysql://h/db?******
			grpc://h?token=secret down                | grpc://h?****** down
			no 'http://a:secret@b' nor 'http://c:secret@d' | no 'http://******@b' nor 'http://******@d'
			why? ask ann@example.com                  | why? ask ann@example.com
			from ann:secret@db:6667: refused          | from ******@db:6667: refused
			at 'ann:se:cr@et@[::1]:1', and not: a b@c  | at '******@[::1]:1', and not: a b@c
			jdbc:mysql://ann:secret@h/db               | jdbc:mysql://******@h/db
			""")
	void addressesLoseUserAndParameters(String text, String shown) {
		assertThat(this.shown.text(text)).isEqualTo(shown);
	}

	@Test
	void causeIsOneLine() {
		assertThat(this.shown.cause(new IllegalStateException("first http://a:secret@b\nsecond")))
			.isEqualTo("java.lang.IllegalStateException: first http://******@b");
	}

	@Test
	void causeWithoutMessageIsItsClass() {
		assertThat(this.shown.cause(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
		assertThat(this.shown.cause(new IllegalStateException("\n"))).isEqualTo("java.lang.IllegalStateException");
	}

	@Test
	void longCauseIsCut() {
		assertThat(this.shown.cause(new IllegalStateException("x".repeat(10_000)))).hasSizeLessThan(600)
			.endsWith("...");
	}

	@Test
	void cutAddressShowsNothingOfItsUser() {
		String address = "http://ann:" + "secret".repeat(100) + "@localhost";
		assertThat(this.shown.cause(new IllegalStateException("x".repeat(400) + " " + address)))
			.doesNotContain("secret");
	}

	@Test
	void traceHasNoCredentials() {
		Exception failure = new IllegalStateException("outer", new IllegalStateException("http://a:secret@b?token=t"));
		assertThat(this.shown.trace(failure)).contains("ShownTests")
			.contains("http://******@b?******")
			.doesNotContain("secret");
	}

	@Test
	void detailsAreOfPlainTypesOnly() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("version", "1.2");
		details.put("nodes", 3);
		details.put("tls", true);
		details.put("missing", null);
		details.put("address", URI.create("http://ann:secret@localhost"));
		details.put("all", List.of("http://ann:secret@localhost", 1));
		details.put("pool", Map.of("url", "http://localhost?password=secret"));
		assertThat(this.shown.details(details)).containsExactly(Map.entry("version", "1.2"), Map.entry("nodes", 3),
				Map.entry("tls", true), Map.entry("address", "http://******@localhost"),
				Map.entry("all", List.of("http://******@localhost", 1)),
				Map.entry("pool", Map.of("url", "http://localhost?******")));
	}

}
