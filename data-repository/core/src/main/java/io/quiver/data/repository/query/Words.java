package io.quiver.data.repository.query;

/**
 * The {@code Matches} of a method's name that its results are ranked by.
 *
 * @param property the full-text property
 * @param argument the place of the text
 * @author Quiver
 */
record Words(String property, int argument) {

}
