package io.quiver.data.repository.query;

import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import io.quiver.data.core.VectorOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.util.ReactiveWrapperConverters;
import org.springframework.util.ClassUtils;

/**
 * A method whose query is derived from its name.
 *
 * @author Quiver
 * @since 0.1
 */
public final class VectorQueryMethod extends QueryMethod {

	private final Refusal refusal;

	private final TypeInformation<?> returnType;

	private VectorQueryMethod(Method method, RepositoryMetadata metadata, ProjectionFactory factory,
			VectorOperations operations) {
		super(method, metadata, factory, VectorParameters::new);
		this.refusal = Refusal.of(metadata.getRepositoryInterface(), method, operations);
		this.returnType = metadata.getReturnType(method);
	}

	/**
	 * Read a method, refusing what Spring Data itself has no good word for.
	 * @param method the method of the repository interface
	 * @param metadata the repository
	 * @param factory knows projections
	 * @param operations the store that the method will run on
	 * @return the method
	 */
	public static VectorQueryMethod of(Method method, RepositoryMetadata metadata, ProjectionFactory factory,
			VectorOperations operations) {
		Refusal refusal = Refusal.of(metadata.getRepositoryInterface(), method, operations);
		if (isReactive(metadata.getReturnType(method).getType())) {
			throw refusal.because(
					"it returns %s, and no store is called reactively"
						.formatted(metadata.getReturnType(method).getType().getSimpleName()),
					"Return CompletableFuture, or List and run it on virtual threads");
		}
		try {
			return new VectorQueryMethod(method, metadata, factory, operations);
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			throw refusal.because("its signature cannot be used: " + ex.getMessage(), "Correct the signature");
		}
	}

	/**
	 * Spring Data takes {@link java.util.concurrent.CompletableFuture} for a reactive
	 * type as soon as Reactor is there.
	 */
	private static boolean isReactive(Class<?> type) {
		if (CompletionStage.class.isAssignableFrom(type)) {
			return false;
		}
		return Flow.Publisher.class.isAssignableFrom(type) || ReactiveWrapperConverters.supports(type)
				|| ClassUtils.getAllInterfacesForClassAsSet(type)
					.stream()
					.anyMatch((candidate) -> candidate.getName().equals("org.reactivestreams.Publisher"));
	}

	@Override
	public VectorParameters getParameters() {
		return (VectorParameters) super.getParameters();
	}

	/**
	 * Return the method as people write it.
	 * @return such as {@code Articles.findByTitle(String)}
	 */
	public String getSignature() {
		return this.refusal.method();
	}

	/**
	 * Return why this method is refused.
	 * @param problem what cannot be done, without a full stop
	 * @param wayOut what to do instead, without a full stop
	 * @return the exception to throw
	 */
	public UnsupportedQueryMethodException refuse(String problem, String wayOut) {
		return this.refusal.because(problem, wayOut);
	}

	Refusal refusal() {
		return this.refusal;
	}

	Class<?> domainType() {
		return getDomainClass();
	}

	TypeInformation<?> returnType() {
		return this.returnType;
	}

	@Nullable ReturnShape returnShape() {
		return ReturnShape.of(this.returnType);
	}

}
