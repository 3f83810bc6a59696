/**
 * Method names read once, judged against the store and bound at each call.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.repository.query;
