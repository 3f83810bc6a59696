/**
 * The sample: searches the configuration properties of Spring Boot by what their
 * descriptions mean.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.sample;
