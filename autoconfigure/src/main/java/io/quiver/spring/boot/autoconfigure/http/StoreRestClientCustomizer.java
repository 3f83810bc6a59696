package io.quiver.spring.boot.autoconfigure.http;

import org.springframework.web.client.RestClient;

/**
 * Callback for the HTTP clients of stores, and no others. Beans of it are called last, in
 * their order.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface StoreRestClientCustomizer {

	/**
	 * Customize the client of a store before it is made.
	 * @param store the name of the store
	 * @param builder the builder of the client
	 */
	void customize(String store, RestClient.Builder builder);

}
