package io.quiver.data.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for an id to be made for an entity that is stored without one. An id of type
 * {@link java.util.UUID} or {@link String} becomes a random UUID before the entity is
 * sent; any other is made by the store, if it can.
 *
 * @author Quiver
 * @since 0.1
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Generated {

}
