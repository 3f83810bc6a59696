package io.quiver.data.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.data.annotation.Persistent;

/**
 * Marks an entity, a record or a class, whose instances are the rows of a collection.
 *
 * @author Quiver
 * @since 0.1
 */
@Documented
@Inherited
@Persistent
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface VectorCollection {

	/**
	 * Alias of {@link #name()}.
	 * @return the name of the collection
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name of the collection; by default the simple name of the class with a small
	 * first letter. May hold a value expression, read once.
	 * @return the name of the collection
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * The store that keeps the collection, by its name under {@code quiver.stores}; by
	 * default the primary one.
	 * @return the name of the store
	 */
	String store() default "";

}
