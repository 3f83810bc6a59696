package io.quiver.spring.boot.autoconfigure.seekdb;

import java.util.List;

import javax.sql.DataSource;

import io.quiver.spring.boot.autoconfigure.kind.ClientParts;

import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * A pool of the application's, that a store shares.
 *
 * @param prefix the name of the group of properties
 * @param name the name of the bean
 * @author Quiver
 */
record ExistingDataSource(String prefix, String name) {

	DataSource find(ClientParts parts) {
		ConfigurableBeanFactory beans = parts.beans();
		if (!beans.containsBean(this.name)) {
			throw failure("there is no such bean", beans);
		}
		String store = parts.security().prefix();
		// Whether its connections are encrypted is up to the application alone.
		refuse(parts.security().tlsRequired(), "TLS is required", store + ".require-tls");
		refuse(parts.sslBundle() != null, "TLS is asked for", store + ".ssl.enabled");
		try {
			return beans.getBean(this.name, DataSource.class);
		}
		catch (BeanNotOfRequiredTypeException ex) {
			throw failure("that bean is no DataSource", beans);
		}
	}

	private void refuse(boolean refused, String what, String property) {
		if (refused) {
			throw new FailureAnalyzedException(
					"'%s.use-existing' is '%s', but %s, and the connections of that bean are made by the application."
						.formatted(this.prefix, this.name, what),
					"Set '%s' to false, and see to TLS where the bean is made.".formatted(property));
		}
	}

	private FailureAnalyzedException failure(String what, ConfigurableBeanFactory beans) {
		List<String> names = (beans instanceof ListableBeanFactory all)
				? List.of(all.getBeanNamesForType(DataSource.class, true, false)) : List.of();
		return new FailureAnalyzedException(
				"'%s.use-existing' is '%s', but %s.".formatted(this.prefix, this.name, what),
				(names.isEmpty()) ? "Define a DataSource bean, or remove the property for a pool of the store's own."
						: "Correct the name. There are: %s.".formatted(String.join(", ", names)));
	}

}
