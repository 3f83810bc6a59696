package io.quiver.store.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quiver.data.store.Ability;

/**
 * One thing that a store does, a method of a {@link Topic}. It becomes a test of the
 * stores that declare what it needs; for others there is no such test.
 *
 * @author Quiver
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Behaviour {

	/**
	 * What the store does, as a sentence.
	 * @return the name of the test
	 */
	String value();

	Ability[] needs() default {};

	Asks[] asks() default {};

}
