package io.quiver.data.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Says how a property is kept, where the default does not do.
 *
 * @author Quiver
 * @since 0.1
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {

	/**
	 * Alias of {@link #name()}.
	 * @return the name of the column
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name in the store; by default the name of the property.
	 * @return the name of the column
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * Whether the property is filtered or sorted by. Without it some stores keep the
	 * value more cheaply, and a query by it is refused.
	 * @return whether the column is indexed
	 */
	boolean indexed() default true;

}
