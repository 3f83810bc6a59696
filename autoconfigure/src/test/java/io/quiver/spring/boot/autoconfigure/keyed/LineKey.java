package io.quiver.spring.boot.autoconfigure.keyed;

/**
 * An id.
 *
 * @param document the document
 * @param line the place in it
 * @author Quiver
 */
public record LineKey(String document, int line) {
}
