package io.quiver.spring.boot.autoconfigure.kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransportSecurity}.
 *
 * @author Quiver
 */
@ExtendWith(OutputCaptureExtension.class)
class TransportSecurityTests {

	private final TransportSecurity lenient = new TransportSecurity("quiver.stores.catalog", false);

	private final TransportSecurity strict = new TransportSecurity("quiver.stores.catalog", true);

	@Test
	void credentialsInTheOpenAreWarnedOfOnce(CapturedOutput output) {
		this.lenient.check("http://db.example.com:8080/v1?token=secret", false, true);
		assertThat(output).containsOnlyOnce("WARN")
			.contains("'quiver.stores.catalog'")
			.contains("'http://db.example.com:8080'")
			.contains("'quiver.stores.catalog.ssl.enabled'")
			.doesNotContain("secret");
	}

	@Test
	void userInTheAddressIsACredential(CapturedOutput output) {
		this.lenient.check("http://me:secret@db.example.com/", false, false);
		assertThat(output).contains("'http://db.example.com'").doesNotContain("secret").doesNotContain("me:");
	}

	@Test
	void encryptedConnectionIsFine(CapturedOutput output) {
		this.lenient.check("https://me:secret@db.example.com", true, true);
		this.strict.check("https://me:secret@db.example.com", true, true);
		assertThat(output).doesNotContain("WARN");
	}

	@Test
	void connectionWithoutCredentialsIsFine(CapturedOutput output) {
		this.lenient.check("http://db.example.com", false, false);
		assertThat(output).doesNotContain("WARN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "localhost:9000", "LOCALHOST", "127.0.0.1",
			"http://127.8.9.10:80/x", "[::1]:8080", "::1", "http://[0:0:0:0:0:0:0:1]/", "[::ffff:127.0.0.1]:80",
			"me:secret@localhost:1" })
	void connectionThatStaysOnThisMachineIsFine(String address, CapturedOutput output) {
		this.lenient.check(address, false, true);
		this.strict.check(address, false, true);
		assertThat(output).doesNotContain("WARN");
	}

	@ParameterizedTest
	@CsvSource({ "http://me:secret@db.example.com:80/path,http://db.example.com:80",
			"jdbc:mysql://10.0.0.1:2881/test?password=secret,jdbc:mysql://10.0.0.1:2881", "10.0.0.1,10.0.0.1",
			"127.example.com,127.example.com", "localhost.example.com:1,localhost.example.com:1",
			"http://localhost@example.com,http://example.com", "http://a:b@localhost@example.com,http://example.com",
			"[2001:db8::1]:8080,[2001:db8::1]:8080", "fe80::2,fe80::2", "[not-an-address:x],[not-an-address:x]",
			"0.0.0.0,0.0.0.0", "example.com#localhost,example.com", "http://me:sec/ret@example.com,http://******",
			"http://me:sec?ret@localhost,http://******" })
	void connectionToAnotherMachineIsRefusedWhereTlsIsRequired(String address, String named) {
		assertThatExceptionOfType(FailureAnalyzedException.class)
			.isThrownBy(() -> this.strict.check(address, false, true))
			.withMessage("'quiver.stores.catalog' requires TLS, but the connection to '%s' is not encrypted.", named)
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.stores.catalog.ssl.bundle'"));
	}

	@Test
	void connectionWithoutCredentialsIsRefusedWhereTlsIsRequired() {
		assertThatExceptionOfType(FailureAnalyzedException.class)
			.isThrownBy(() -> this.strict.check("db.example.com", false, false));
	}

}
