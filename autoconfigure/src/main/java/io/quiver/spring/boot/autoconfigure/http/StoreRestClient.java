package io.quiver.spring.boot.autoconfigure.http;

import io.quiver.spring.boot.autoconfigure.kind.ClientParts;

import org.springframework.web.client.RestClient;

/**
 * The HTTP client of a store. Not built from the builder of the application, whose
 * interceptors, credentials among them, are meant for others. Not observed by itself: its
 * requests are made by threads that know nothing of the caller's trace, which they would
 * not continue, and the call of the store is observed.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreRestClient implements AutoCloseable {

	private final RestClient client;

	private final JdkTransport transport;

	private StoreRestClient(RestClient client, JdkTransport transport) {
		this.client = client;
		this.transport = transport;
	}

	/**
	 * Make a client.
	 * @param parts what the client of the store is made of
	 * @param baseUrl where the server is
	 * @return the client
	 */
	public static StoreRestClient create(ClientParts parts, String baseUrl) {
		JdkTransport transport = new JdkTransport(parts.connectTimeout(), parts.sslBundle());
		RestClient.Builder builder = RestClient.builder().baseUrl(baseUrl).requestFactory(transport);
		parts.beans()
			.getBeanProvider(StoreRestClientCustomizer.class)
			.orderedStream()
			.forEach((customizer) -> customizer.customize(parts.store(), builder));
		return new StoreRestClient(builder.build(), transport);
	}

	/**
	 * Return the client.
	 * @return the client, which connects at its first call
	 */
	public RestClient client() {
		return this.client;
	}

	/**
	 * End what is under way, and the threads of the transport.
	 */
	@Override
	public void close() {
		this.transport.close();
	}

}
