package io.quiver.data.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quiver.data.core.query.Metric;

/**
 * Marks the property that holds a vector: of type
 * {@link org.springframework.data.domain.Vector} or {@code float[]}.
 *
 * @author Quiver
 * @since 0.1
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface VectorField {

	/**
	 * The number of components. Every vector has exactly as many.
	 * @return the dimension, at least 1
	 */
	int dimension();

	/**
	 * How vectors are compared.
	 * @return the metric
	 */
	Metric metric() default Metric.COSINE;

	/**
	 * The name in the store; by default the name of the property.
	 * @return the name of the column
	 */
	String name() default "";

}
