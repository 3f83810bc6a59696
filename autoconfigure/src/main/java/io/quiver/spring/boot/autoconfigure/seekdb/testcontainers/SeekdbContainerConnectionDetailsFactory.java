package io.quiver.spring.boot.autoconfigure.seekdb.testcontainers;

import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Makes connection details from a container of the image {@code oceanbase/seekdb} that is
 * a {@code @ServiceConnection}, or of another image with
 * {@code @ServiceConnection(name = "oceanbase/seekdb")}.
 *
 * @author Quiver
 */
class SeekdbContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, SeekdbConnectionDetails> {

	SeekdbContainerConnectionDetailsFactory() {
		super("oceanbase/seekdb");
	}

	@Override
	protected SeekdbConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new SeekdbContainerConnectionDetails(source);
	}

	private static final class SeekdbContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements SeekdbConnectionDetails {

		private SeekdbContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public String getJdbcUrl() {
			return SeekdbConnectionDetails.jdbcUrl(getContainer().getHost(), getContainer().getMappedPort(PORT),
					DATABASE);
		}

		@Override
		public @Nullable String getPassword() {
			return getContainer().getEnvMap().get("ROOT_PASSWORD");
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

	}

}
