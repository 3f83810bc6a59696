/**
 * Health of stores, where Boot's health is on the class path.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
