package io.quiver.spring.boot.autoconfigure.seekdb;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * Tells a driver in its own options what TLS is done with, since none takes the objects
 * of Java.
 *
 * @param store the name of the store's properties
 * @param url where the driver connects to
 * @author Quiver
 */
record DriverTls(String store, SeekdbUrl url) {

	private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

	/**
	 * Return the options.
	 * @param bundle what TLS is done with, or {@code null} for no TLS
	 * @return the options of the driver, none for no TLS
	 */
	Map<String, String> options(@Nullable SslBundle bundle) {
		if (bundle == null) {
			return Map.of();
		}
		return switch (this.url.driver()) {
			case "mariadb" -> trusting(bundle, "sslMode", "verify-full");
			// of MariaDB's line before that of sslMode, which it overlooks
			case "oceanbase" -> trusting(bundle, "useSsl", "true");
			default -> others(bundle);
		};
	}

	private Map<String, String> trusting(SslBundle bundle, String option, String value) {
		Map<String, String> options = new LinkedHashMap<>(Map.of(option, value));
		KeyStore trusted = bundle.getStores().getTrustStore();
		if (trusted != null) {
			options.put("serverSslCert", certificates(trusted));
		}
		if (bundle.getStores().getKeyStore() != null) {
			throw unusable("has a key, which the driver reads from a file alone",
					"'%1$s.seekdb.parameters.keyStore' and '%1$s.seekdb.parameters.keyStorePassword'");
		}
		put(options, "enabledSslCipherSuites", bundle.getOptions().getCiphers());
		put(options, "enabledSslProtocolSuites", bundle.getOptions().getEnabledProtocols());
		return options;
	}

	/**
	 * That of Java can be said in a word, more only with files.
	 */
	private Map<String, String> others(SslBundle bundle) {
		if (bundle.getStores().getTrustStore() != null || bundle.getStores().getKeyStore() != null
				|| !bundle.getOptions().equals(SslOptions.NONE)) {
			throw unusable("is not for the MySQL driver", "'%1$s.seekdb.parameters', as the driver calls them");
		}
		return Map.of("sslMode", "VERIFY_IDENTITY");
	}

	private static void put(Map<String, String> options, String name, String @Nullable [] values) {
		if (values != null) {
			options.put(name, String.join(",", values));
		}
	}

	private String certificates(KeyStore trusted) {
		StringBuilder text = new StringBuilder();
		try {
			for (String alias : Collections.list(trusted.aliases())) {
				Certificate certificate = trusted.getCertificate(alias);
				if (certificate != null) {
					text.append("-----BEGIN CERTIFICATE-----\n")
						.append(LINES.encodeToString(certificate.getEncoded()))
						.append("\n-----END CERTIFICATE-----\n");
				}
			}
		}
		catch (GeneralSecurityException ex) {
			throw unusable("has certificates that cannot be read", "'%1$s.ssl.bundle' to another");
		}
		return text.toString();
	}

	private FailureAnalyzedException unusable(String what, String cure) {
		return new FailureAnalyzedException("The SSL bundle of '%s' %s.".formatted(this.store, what),
				("Set " + cure + ".").formatted(this.store));
	}

}
