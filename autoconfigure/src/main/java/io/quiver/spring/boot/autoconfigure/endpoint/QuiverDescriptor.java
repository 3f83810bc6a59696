package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.List;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the endpoint answers. What is not known or does not apply is left out of the JSON.
 *
 * @param stores the stores by name
 * @param repositories the repositories, in alphabetical order
 * @author Quiver
 * @since 0.1
 */
public record QuiverDescriptor(Map<String, StoreDescriptor> stores,
		List<RepositoryDescriptor> repositories) implements OperationResponseBody {
}
