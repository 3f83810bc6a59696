package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.quiver.data.repository.query.RepositoryPlan;
import io.quiver.data.repository.support.VectorRepositoryFactoryBean;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The repositories of the application.
 *
 * @param beans the beans of the application
 * @author Quiver
 */
record RepositoryBeans(ConfigurableListableBeanFactory beans) {

	List<RepositoryDescriptor> describe() {
		return Arrays.stream(this.beans.getBeanNamesForType(VectorRepositoryFactoryBean.class, false, false))
			.map(BeanFactoryUtils::transformedBeanName)
			.map(this::describe)
			.sorted(Comparator.comparing(RepositoryDescriptor::repository))
			.toList();
	}

	private RepositoryDescriptor describe(String bean) {
		RepositoryPlan plan = (this.beans.getSingleton(bean) instanceof VectorRepositoryFactoryBean<?, ?, ?> factory)
				? factory.getPlan() : null;
		if (plan != null) {
			return RepositoryDescriptor.of(plan);
		}
		Class<?> type = this.beans.getType(bean, false);
		return RepositoryDescriptor.waiting((type != null) ? type.getName() : bean);
	}

}
