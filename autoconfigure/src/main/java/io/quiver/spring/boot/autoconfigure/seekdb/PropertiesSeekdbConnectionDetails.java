package io.quiver.spring.boot.autoconfigure.seekdb;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where the properties say that the server is.
 *
 * @param properties the properties
 * @author Quiver
 */
record PropertiesSeekdbConnectionDetails(SeekdbProperties properties) implements SeekdbConnectionDetails {

	@Override
	public String getJdbcUrl() {
		String url = this.properties.url();
		return (url != null) ? url.strip()
				: SeekdbConnectionDetails.jdbcUrl(Objects.requireNonNullElse(this.properties.host(), "localhost"),
						Objects.requireNonNullElse(this.properties.port(), PORT),
						Objects.requireNonNullElse(this.properties.database(), DATABASE));
	}

	@Override
	public String getUsername() {
		return Objects.requireNonNullElse(this.properties.username(), USERNAME);
	}

	@Override
	public @Nullable String getPassword() {
		return this.properties.password();
	}

	@Override
	public String toString() {
		return getClass().getSimpleName();
	}

}
