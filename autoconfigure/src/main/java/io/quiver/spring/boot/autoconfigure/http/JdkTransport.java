package io.quiver.spring.boot.autoconfigure.http;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Carries requests by the client of the JDK, which has a thread of its own from the
 * moment it is made: the first request makes it.
 *
 * @author Quiver
 */
final class JdkTransport implements ClientHttpRequestFactory, AutoCloseable {

	/** Since Java 21; older clients end when nobody holds them. */
	private static final @Nullable Method SHUTDOWN = ReflectionUtils.findMethod(HttpClient.class, "shutdownNow");

	private final Duration connectTimeout;

	private final @Nullable SslBundle sslBundle;

	private @Nullable HttpClient client;

	private boolean closed;

	JdkTransport(Duration connectTimeout, @Nullable SslBundle sslBundle) {
		this.connectTimeout = connectTimeout;
		this.sslBundle = sslBundle;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		return new JdkClientHttpRequestFactory(client()).createRequest(uri, method);
	}

	private synchronized HttpClient client() throws IOException {
		if (this.closed) {
			throw new IOException("Closed");
		}
		if (this.client == null) {
			this.client = create();
		}
		return this.client;
	}

	private HttpClient create() {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER);
		if (!this.connectTimeout.isZero()) {
			builder.connectTimeout(this.connectTimeout);
		}
		if (this.sslBundle != null) {
			builder.sslContext(this.sslBundle.createSslContext())
				.sslParameters(parameters(this.sslBundle.getOptions()));
		}
		return builder.build();
	}

	private static SSLParameters parameters(SslOptions options) {
		SSLParameters parameters = new SSLParameters();
		parameters.setCipherSuites(options.getCiphers());
		parameters.setProtocols(options.getEnabledProtocols());
		return parameters;
	}

	/**
	 * End what is under way, and the thread.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.client != null && SHUTDOWN != null) {
			ReflectionUtils.invokeMethod(SHUTDOWN, this.client);
		}
		this.client = null;
	}

}
