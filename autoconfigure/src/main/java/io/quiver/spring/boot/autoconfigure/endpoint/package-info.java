/**
 * The endpoint {@code quiver}, where Boot's Actuator is on the class path: which stores
 * there are, what is in them, and how the methods of repositories run.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
