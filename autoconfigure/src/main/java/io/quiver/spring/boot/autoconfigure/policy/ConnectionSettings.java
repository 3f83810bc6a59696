package io.quiver.spring.boot.autoconfigure.policy;

import java.util.List;

import io.quiver.spring.boot.autoconfigure.kind.TransportSecurity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * How the connections of a store are made.
 *
 * @param ssl whether they are encrypted
 * @param bundle the name of the SSL bundle, empty for none, and where it is from
 * @param security judges connections
 * @author Quiver
 * @since 0.1
 */
public final class ConnectionSettings {

	private final boolean ssl;

	private final Setting<String> bundle;

	private final TransportSecurity security;

	private ConnectionSettings(boolean ssl, Setting<String> bundle, TransportSecurity security) {
		this.ssl = ssl;
		this.bundle = bundle;
		this.security = security;
	}

	static ConnectionSettings of(Layers<PolicyProperties> layers) {
		Layers<SslProperties> ssl = layers.group("ssl", PolicyProperties::ssl);
		Setting<String> bundle = ssl.setting("bundle", SslProperties::bundle, "", Check.none());
		Setting<Boolean> enabled = ssl.setting("enabled", SslProperties::enabled, false, Check.none());
		boolean named = StringUtils.hasText(bundle.value());
		// A bundle for this store outweighs that stores in general have none.
		boolean on = (named && bundle.source().compareTo(enabled.source()) > 0) || enabled.value();
		return new ConnectionSettings(on, bundle, new TransportSecurity(layers.storePrefix(),
				layers.value("require-tls", PolicyProperties::requireTls, false, Check.none())));
	}

	/**
	 * Return what judges connections before they are made.
	 * @return the judge
	 */
	public TransportSecurity security() {
		return this.security;
	}

	/**
	 * Find what TLS is done with.
	 * @param bundles the bundles of the application, or {@code null} if it has none
	 * @return the bundle, that of Java if none is named, or {@code null} for no TLS
	 * @throws FailureAnalyzedException if there is no such bundle
	 */
	public @Nullable SslBundle bundle(@Nullable SslBundles bundles) {
		if (!this.ssl) {
			return null;
		}
		String name = this.bundle.value().strip();
		if (name.isEmpty()) {
			return SslBundle.systemDefault();
		}
		if (bundles == null) {
			throw unknown(name, List.of());
		}
		try {
			return bundles.getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			throw unknown(name, bundles.getBundleNames());
		}
	}

	private FailureAnalyzedException unknown(String name, List<String> known) {
		return new FailureAnalyzedException(
				"'%s' is '%s', but there is no such SSL bundle.".formatted(this.bundle.property(), name),
				known.isEmpty() ? "Define it below 'spring.ssl.bundle'."
						: "There are: %s. Correct the name, or define the bundle below 'spring.ssl.bundle'."
							.formatted(String.join(", ", known.stream().sorted().toList())));
	}

}
