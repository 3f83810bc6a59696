package io.quiver.spring.boot.autoconfigure.remote;

import java.time.Duration;
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
 * @param oidc how the application proves who it is to somebody else
 * @param bearer what has been proved already
 * @param headers headers to send beside
 * @param parameters parameters to send beside
 * @author Quiver
 */
public record RemoteProperties(@DefaultValue("http://localhost:8080") String url, @Nullable String username,
		@Nullable String password, @Nullable String apiKey, @Nullable Oidc oidc, @Nullable Bearer bearer,
		@DefaultValue Map<String, String> headers, @DefaultValue Map<String, String> parameters) {

	boolean hasCredentials() {
		return this.password != null || this.apiKey != null || this.oidc != null || this.bearer != null
				|| !this.headers.isEmpty();
	}

	@Override
	public String toString() {
		return getClass().getSimpleName();
	}

	/**
	 * Credentials of a client.
	 *
	 * @param clientId name of the client
	 * @param clientSecret what only the client knows
	 */
	public record Oidc(@Nullable String clientId, @Nullable String clientSecret) {

		@Override
		public String toString() {
			return getClass().getSimpleName();
		}

	}

	/**
	 * Tokens.
	 *
	 * @param token what is sent
	 * @param refreshToken what the next one is asked for with
	 * @param expiresIn how long the token is good for
	 */
	public record Bearer(@Nullable String token, @Nullable String refreshToken, @Nullable Duration expiresIn) {

		@Override
		public String toString() {
			return getClass().getSimpleName();
		}

	}

}
