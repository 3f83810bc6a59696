package io.quiver.data.repository.query;

import java.lang.reflect.Method;

import io.quiver.data.core.VectorOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.query.QueryMethod;

/**
 * A method whose query is derived from its name.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorQueryMethod extends QueryMethod {

	private final Refusal refusal;

	private final TypeInformation<?> returnType;

	/**
	 * Create the method.
	 * @param method the method of the repository interface
	 * @param metadata the repository
	 * @param factory knows projections
	 * @param operations the store that the method will run on
	 */
	public VectorQueryMethod(Method method, RepositoryMetadata metadata, ProjectionFactory factory,
			VectorOperations operations) {
		super(method, metadata, factory, VectorParameters::new);
		this.refusal = Refusal.of(metadata.getRepositoryInterface(), method, operations);
		this.returnType = metadata.getReturnType(method);
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
