package io.quiver.spring.boot.test.autoconfigure;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/**
 * {@link TypeExcludeFilter} for {@link DataVectorTest @DataVectorTest}.
 *
 * @author Quiver
 */
class DataVectorTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<DataVectorTest> {

	DataVectorTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

}
