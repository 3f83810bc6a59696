package io.quiver.data.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

/**
 * Fills properties annotated with {@code @CreatedDate}, {@code @LastModifiedDate},
 * {@code @CreatedBy} and {@code @LastModifiedBy} when entities are stored. Whether an
 * entity is new is told by its version, without one by an id that is null, or by the
 * entity itself as a {@link org.springframework.data.domain.Persistable}.
 *
 * @author Quiver
 * @since 0.1
 */
@Inherited
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(VectorAuditingRegistrar.class)
public @interface EnableVectorAuditing {

	/**
	 * The name of the {@link org.springframework.data.domain.AuditorAware} bean; by
	 * default the only one.
	 * @return the name of the bean
	 */
	String auditorAwareRef() default "";

	/**
	 * Whether dates are set.
	 * @return whether dates are set
	 */
	boolean setDates() default true;

	/**
	 * Whether creating counts as modifying.
	 * @return whether properties of modification are set when an entity is created
	 */
	boolean modifyOnCreate() default true;

	/**
	 * The name of a {@link org.springframework.data.auditing.DateTimeProvider} bean,
	 * which tells the time instead of the clock.
	 * @return the name of the bean
	 */
	String dateTimeProviderRef() default "";

}
