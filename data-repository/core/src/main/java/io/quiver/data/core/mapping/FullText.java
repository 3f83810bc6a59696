package io.quiver.data.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a string property whose words are searched, by {@code Matches} in a method name
 * or {@link io.quiver.data.core.query.SearchRequest#text}.
 *
 * @author Quiver
 * @since 0.1
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface FullText {

}
