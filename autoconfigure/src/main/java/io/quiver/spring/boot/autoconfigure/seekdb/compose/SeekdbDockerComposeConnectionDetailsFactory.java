package io.quiver.spring.boot.autoconfigure.seekdb.compose;

import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

/**
 * Makes connection details from a service of the image {@code oceanbase/seekdb}, or with
 * the label {@code org.springframework.boot.service-connection: oceanbase/seekdb}.
 *
 * @author Quiver
 */
class SeekdbDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<SeekdbConnectionDetails> {

	SeekdbDockerComposeConnectionDetailsFactory() {
		super("oceanbase/seekdb");
	}

	@Override
	protected SeekdbConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new SeekdbDockerComposeConnectionDetails(source.getRunningService());
	}

	private static final class SeekdbDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements SeekdbConnectionDetails {

		private final String url;

		private final @Nullable String password;

		private final @Nullable SslBundle sslBundle;

		private SeekdbDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.url = SeekdbConnectionDetails.jdbcUrl(service.host(), service.ports().get(PORT), DATABASE);
			this.password = service.env().get("ROOT_PASSWORD");
			this.sslBundle = getSslBundle(service);
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public @Nullable String getPassword() {
			return this.password;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

}
