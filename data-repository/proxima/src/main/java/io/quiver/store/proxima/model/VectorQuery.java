package io.quiver.store.proxima.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A search for the documents nearest to one vector or to each of many.
 *
 * @param collection the name of the collection
 * @param column the name of the index column
 * @param dataType the type of the column
 * @param dimension the number of elements of a vector, of bits for the binary types; 0 to
 * take it from the vectors, which bytes and flat text of several vectors do not tell
 * @param batchCount the number of vectors; 0 to take it from the vectors, with the
 * dimension
 * @param vectors the vectors; one text or one piece of bytes may hold several
 * @param topK how many documents are wanted for each vector at most
 * @param linear whether all documents are looked at instead of the index
 * @param radius the greatest score wanted, or {@code null} for no limit; with the default
 * metric the square of a distance, with the inner product its negative
 * @param extraParams what the server takes beside; it reads and ignores it
 * @param debug whether the answer tells what the server did
 * @author Quiver
 * @since 0.1
 */
public record VectorQuery(String collection, String column, DataType dataType, int dimension, int batchCount,
		List<VectorValue> vectors, int topK, boolean linear, @Nullable Float radius, Map<String, String> extraParams,
		boolean debug) {

	/** How many documents come back if nothing else is said. */
	public static final int DEFAULT_TOP_K = 100;

	public VectorQuery {
		Assert.notNull(collection, "'collection' must not be null");
		Assert.notNull(column, "'column' must not be null");
		Assert.notNull(dataType, "'dataType' must not be null");
		vectors = List.copyOf(vectors);
		extraParams = Collections.unmodifiableMap(new LinkedHashMap<>(extraParams));
	}

	/**
	 * Return a search in a column of single-precision vectors.
	 * @param collection the name of the collection
	 * @param column the name of the index column
	 * @param vectors one vector or many, all of one dimension
	 * @return the search
	 */
	public static VectorQuery of(String collection, String column, float[]... vectors) {
		VectorValue[] values = new VectorValue[vectors.length];
		for (int i = 0; i < vectors.length; i++) {
			values[i] = VectorValue.of(vectors[i]);
		}
		return of(collection, column, DataType.VECTOR_FP32, values);
	}

	/**
	 * Return a search with vectors given in any way.
	 * @param collection the name of the collection
	 * @param column the name of the index column
	 * @param dataType the type of the column
	 * @param vectors one vector or many
	 * @return the search
	 */
	public static VectorQuery of(String collection, String column, DataType dataType, VectorValue... vectors) {
		return new VectorQuery(collection, column, dataType, 0, 0, List.of(vectors), DEFAULT_TOP_K, false, null,
				Map.of(), false);
	}

	/**
	 * Return this search with the dimension and the number of its vectors, which bytes
	 * need and flat text of several vectors needs.
	 * @param dimension the number of elements of a vector, of bits for the binary types
	 * @param batchCount the number of vectors
	 * @return the search
	 */
	public VectorQuery withShape(int dimension, int batchCount) {
		return new VectorQuery(this.collection, this.column, this.dataType, dimension, batchCount, this.vectors,
				this.topK, this.linear, this.radius, this.extraParams, this.debug);
	}

	public VectorQuery withTopK(int topK) {
		return new VectorQuery(this.collection, this.column, this.dataType, this.dimension, this.batchCount,
				this.vectors, topK, this.linear, this.radius, this.extraParams, this.debug);
	}

	/**
	 * Return this search without its index: all documents are looked at.
	 * @return the exact search
	 */
	public VectorQuery withLinear() {
		return new VectorQuery(this.collection, this.column, this.dataType, this.dimension, this.batchCount,
				this.vectors, this.topK, true, this.radius, this.extraParams, this.debug);
	}

	/**
	 * Return this search with a limit of the score. The server takes only a number above
	 * zero for one.
	 * @param radius the greatest score wanted
	 * @return the search
	 */
	public VectorQuery withRadius(float radius) {
		return new VectorQuery(this.collection, this.column, this.dataType, this.dimension, this.batchCount,
				this.vectors, this.topK, this.linear, radius, this.extraParams, this.debug);
	}

	public VectorQuery withExtraParam(String name, String value) {
		Map<String, String> params = new LinkedHashMap<>(this.extraParams);
		params.put(name, value);
		return new VectorQuery(this.collection, this.column, this.dataType, this.dimension, this.batchCount,
				this.vectors, this.topK, this.linear, this.radius, params, this.debug);
	}

	public VectorQuery withDebug() {
		return new VectorQuery(this.collection, this.column, this.dataType, this.dimension, this.batchCount,
				this.vectors, this.topK, this.linear, this.radius, this.extraParams, true);
	}

}
