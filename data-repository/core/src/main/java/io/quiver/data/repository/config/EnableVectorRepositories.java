package io.quiver.data.repository.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quiver.data.repository.support.VectorRepositoryFactoryBean;

import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.data.repository.config.DefaultRepositoryBaseClass;
import org.springframework.data.repository.query.QueryLookupStrategy;

/**
 * Looks for repository interfaces, in the package of the annotated class unless told
 * otherwise.
 *
 * @author Quiver
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(VectorRepositoriesRegistrar.class)
public @interface EnableVectorRepositories {

	/**
	 * Alias of {@link #basePackages()}.
	 * @return the packages
	 */
	String[] value() default {};

	/**
	 * The packages to look into, with those below.
	 * @return the packages
	 */
	String[] basePackages() default {};

	/**
	 * Classes whose packages are looked into.
	 * @return a class of each package
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * Which of the interfaces found are taken.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Which of the interfaces found are left.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * The bean of the template that all these repositories stand on, whatever store their
	 * entities name; by default each takes the template of its entity's store.
	 * @return the name of the bean
	 */
	String vectorTemplateRef() default "";

	/**
	 * How the name of a custom implementation ends.
	 * @return the end of the name
	 */
	String repositoryImplementationPostfix() default "Impl";

	/**
	 * Where named queries would be. There are none: a method that is found there stops
	 * the start.
	 * @return the location
	 */
	String namedQueriesLocation() default "";

	/**
	 * How queries are found. They are derived from names, whatever stands here.
	 * @return the key of the strategy
	 */
	QueryLookupStrategy.Key queryLookupStrategy() default QueryLookupStrategy.Key.CREATE;

	/**
	 * The factory bean that makes each repository.
	 * @return the type of the factory bean
	 */
	Class<?> repositoryFactoryBeanClass() default VectorRepositoryFactoryBean.class;

	/**
	 * The class that stands behind the methods of
	 * {@link io.quiver.data.repository.VectorRepository}.
	 * @return the base class
	 */
	Class<?> repositoryBaseClass() default DefaultRepositoryBaseClass.class;

	/**
	 * How the beans are named.
	 * @return the type of the generator
	 */
	Class<? extends BeanNameGenerator> nameGenerator() default BeanNameGenerator.class;

	/**
	 * Whether interfaces nested in classes are found.
	 * @return whether nested interfaces are looked at
	 */
	boolean considerNestedRepositories() default false;

	/**
	 * When the repositories are made.
	 * @return the mode
	 */
	BootstrapMode bootstrapMode() default BootstrapMode.DEFAULT;

}
