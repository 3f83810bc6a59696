package io.quiver.spring.boot.autoconfigure.remote;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of a store that looks remote, with all that may be secret.
 *
 * @param url address of the store
 * @param username name of the user
 * @param password password of the user
 * @param apiKey key of the application
 * @param headers headers to send beside
 * @param parameters parameters to send beside
 * @author Quiver
 */
public record RemoteProperties(@DefaultValue("http://localhost:8080") String url, @Nullable String username,
		@Nullable String password, @Nullable String apiKey, @DefaultValue Map<String, String> headers,
		@DefaultValue Map<String, String> parameters) {

	boolean hasCredentials() {
		return this.password != null || this.apiKey != null || !this.headers.isEmpty();
	}

}
