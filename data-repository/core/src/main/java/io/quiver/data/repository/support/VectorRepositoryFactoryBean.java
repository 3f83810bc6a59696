package io.quiver.data.repository.support;

import java.util.List;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.repository.query.QueryPlan;
import io.quiver.data.repository.query.RepositoryPlan;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.util.Assert;

/**
 * Makes the bean of one repository interface.
 *
 * @param <T> the type of the repository
 * @param <S> the type of the entity
 * @param <ID> the type of its id
 * @author Quiver
 * @since 0.1
 */
public class VectorRepositoryFactoryBean<T extends Repository<S, ID>, S, ID>
		extends RepositoryFactoryBeanSupport<T, S, ID> {

	private final Class<? extends T> repositoryInterface;

	private @Nullable VectorOperations operations;

	private @Nullable BeanFactory beanFactory;

	private @Nullable VectorRepositoryFactory factory;

	/**
	 * Create the factory.
	 * @param repositoryInterface the repository interface
	 */
	public VectorRepositoryFactoryBean(Class<? extends T> repositoryInterface) {
		super(repositoryInterface);
		this.repositoryInterface = repositoryInterface;
	}

	/**
	 * Set the template of the repository, whatever store its entity asks for.
	 * @param operations the template
	 */
	public void setVectorOperations(VectorOperations operations) {
		this.operations = operations;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		super.setBeanFactory(beanFactory);
	}

	@Override
	protected RepositoryFactorySupport createRepositoryFactory() {
		VectorOperations operations = operations();
		setMappingContext(operations.mappingContext());
		VectorRepositoryFactory factory = new VectorRepositoryFactory(operations);
		this.factory = factory;
		return factory;
	}

	private VectorOperations operations() {
		if (this.operations != null) {
			return this.operations;
		}
		Assert.state(this.beanFactory != null, "Either a template or a bean factory to find it in must be set");
		Class<?> entity = AbstractRepositoryMetadata.getMetadata(this.repositoryInterface).getDomainType();
		return new TemplateLookup(this.beanFactory).find(entity);
	}

	/**
	 * Return how the methods of the repository run.
	 * @return the plans, of which there are none before the repository is made
	 */
	public List<QueryPlan> getPlans() {
		return (this.factory != null) ? this.factory.getPlans() : List.of();
	}

	/**
	 * Return how the repository stands on its store.
	 * @return the plan, or {@code null} before the repository is made
	 */
	public @Nullable RepositoryPlan getPlan() {
		return (this.factory != null) ? this.factory.getPlan(this.repositoryInterface) : null;
	}

}
