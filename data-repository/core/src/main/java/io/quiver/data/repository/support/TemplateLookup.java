package io.quiver.data.repository.support;

import java.util.Arrays;
import java.util.List;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.mapping.VectorCollection;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;

/**
 * Finds the template of an entity: the one of the store that it names, else the primary
 * one.
 *
 * @author Quiver
 */
final class TemplateLookup {

	private static final String SUFFIX = "VectorTemplate";

	private final BeanFactory beans;

	TemplateLookup(BeanFactory beans) {
		this.beans = beans;
	}

	VectorOperations find(Class<?> entity) {
		VectorCollection collection = AnnotatedElementUtils.findMergedAnnotation(entity, VectorCollection.class);
		if (collection == null || !StringUtils.hasText(collection.store())) {
			return this.beans.getBean(VectorOperations.class);
		}
		String name = collection.store() + SUFFIX;
		if (!this.beans.containsBean(name)) {
			throw new UnknownStoreException(entity, collection.store(), stores());
		}
		return this.beans.getBean(name, VectorOperations.class);
	}

	private List<String> stores() {
		if (!(this.beans instanceof ListableBeanFactory listable)) {
			return List.of();
		}
		return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(listable, VectorOperations.class))
			.filter((name) -> name.endsWith(SUFFIX))
			.map((name) -> name.substring(0, name.length() - SUFFIX.length()))
			.toList();
	}

}
