package io.quiver.spring.boot.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.Environment;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Marks a test of entities and repositories alone: no web, no services, no server. Every
 * store that the application configures is replaced by an embedded one of the same name,
 * in memory, that plans queries with the abilities of the configured kind: a query method
 * that the real store would refuse is refused here too.
 *
 * @author Quiver
 * @since 0.1
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(DataVectorTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(DataVectorTypeExcludeFilter.class)
@AutoConfigureDataVector
@ImportAutoConfiguration
public @interface DataVectorTest {

	/**
	 * Properties in form {@literal key=value} that are added to the {@link Environment}
	 * before the test runs.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Whether components are left out by default, as they are.
	 * @return whether default filters are used
	 * @see #includeFilters()
	 * @see #excludeFilters()
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Components that are added though they are left out by default.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Components that are left out though they are there by default.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configuration that is left out of this test.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
