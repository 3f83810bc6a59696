package io.quiver.spring.boot.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointHttpMethod;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.context.ApplicationContext;

/**
 * All that can be read from the actuator of an application.
 *
 * @param context the application
 * @author Quiver
 */
record ActuatorPaths(ApplicationContext context) {

	Stream<String> all() {
		return exposed().flatMap(this::paths);
	}

	List<String> endpoints() {
		return exposed().map((endpoint) -> endpoint.getEndpointId().toString()).toList();
	}

	private Stream<ExposableWebEndpoint> exposed() {
		return this.context.getBean(WebEndpointsSupplier.class).getEndpoints().stream();
	}

	private Stream<String> paths(ExposableWebEndpoint endpoint) {
		return endpoint.getOperations()
			.stream()
			.map((operation) -> operation.getRequestPredicate())
			.filter((request) -> request.getHttpMethod() == WebEndpointHttpMethod.GET)
			.map((request) -> request.getPath())
			.flatMap((path) -> {
				int variable = path.indexOf('{');
				return (variable < 0) ? Stream.of(path)
						: selections(endpoint.getRootPath()).map((value) -> path.substring(0, variable) + value);
			});
	}

	private Stream<String> selections(String endpoint) {
		return switch (endpoint) {
			case "env" -> PlantedSecrets.names().stream();
			case "configprops" -> Stream.of("quiver", "quiver.stores");
			case "health" -> Stream.of("quiver", "quiver/catalog");
			case "loggers" -> Stream.of("ROOT", "io.quiver");
			case "metrics" ->
				this.context.getBean(MeterRegistry.class).getMeters().stream().flatMap(this::meter).distinct();
			case "quiver" -> Stream.of("catalog");
			default -> Stream.of("catalog", "quiver-catalog");
		};
	}

	private Stream<String> meter(Meter meter) {
		String name = meter.getId().getName();
		return Stream.concat(Stream.of(name),
				meter.getId().getTags().stream().map((tag) -> name + "?tag=" + tag.getKey() + ":" + tag.getValue()));
	}

}
