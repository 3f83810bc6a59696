package io.quiver.data.repository.config.mixed;

import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;

/**
 * Stands for another module of Spring Data on the class path: its mere entry in
 * {@code spring.factories} makes Spring Data careful.
 */
public class OtherRepositoryFactory extends RepositoryFactorySupport {

	@Override
	protected Object getTargetRepository(RepositoryInformation metadata) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected Class<?> getRepositoryBaseClass(RepositoryMetadata metadata) {
		throw new UnsupportedOperationException();
	}

}
