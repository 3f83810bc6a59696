package io.quiver.store.seekdb.model;

import java.util.Map;

/**
 * How a vector index is built, with the settings of its type. What is not set is the
 * server's choice.
 *
 * @author Quiver
 * @since 0.1
 */
public sealed interface VectorIndexOptions permits HnswOptions, IvfOptions, SindiOptions {

	/**
	 * Return how the index is built.
	 * @return the type
	 */
	VectorIndexType type();

	/**
	 * Return the settings as the server names them: numbers, booleans and words of its
	 * own.
	 * @return the settings that are set, in a fixed order
	 */
	Map<String, Object> parameters();

}
