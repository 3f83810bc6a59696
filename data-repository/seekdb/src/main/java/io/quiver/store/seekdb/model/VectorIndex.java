package io.quiver.store.seekdb.model;

import java.util.List;

import org.springframework.util.Assert;

/**
 * An index of vectors, the only one of its column.
 *
 * @param name the name, of up to 64 characters
 * @param column the name of the column
 * @param distance by what it finds the nearest; both forms of the inner product are one
 * @param options how it is built
 * @author Quiver
 * @since 0.1
 */
public record VectorIndex(String name, String column, Distance distance,
		VectorIndexOptions options) implements TableIndex {

	public VectorIndex {
		Assert.hasText(name, "'name' must not be empty");
		Assert.hasText(column, "'column' must not be empty");
		Assert.notNull(distance, "'distance' must not be null");
		Assert.notNull(options, "'options' must not be null");
		Assert.isTrue(options.type() != VectorIndexType.SINDI || distance.metric().equals("inner_product"),
				() -> "The index '" + name + "' of sparse vectors must be of the inner product, not of " + distance);
	}

	/**
	 * Return an index.
	 * @param name the name
	 * @param column the name of the column
	 * @param distance by what it finds the nearest
	 * @param options how it is built
	 * @return the index
	 */
	public static VectorIndex of(String name, String column, Distance distance, VectorIndexOptions options) {
		return new VectorIndex(name, column, distance, options);
	}

	/**
	 * Return a graph of neighbours with the server's own settings.
	 * @param name the name
	 * @param column the name of the column
	 * @param distance by what it finds the nearest
	 * @return the index
	 */
	public static VectorIndex hnsw(String name, String column, Distance distance) {
		return new VectorIndex(name, column, distance, HnswOptions.hnsw());
	}

	/**
	 * Return an index of sparse vectors with the server's own settings.
	 * @param name the name
	 * @param column the name of the column
	 * @return the index, of the inner product
	 */
	public static VectorIndex sindi(String name, String column) {
		return new VectorIndex(name, column, Distance.INNER_PRODUCT, SindiOptions.sindi());
	}

	/**
	 * Return this index built otherwise.
	 * @param options how it is built
	 * @return the index
	 */
	public VectorIndex withOptions(VectorIndexOptions options) {
		return new VectorIndex(this.name, this.column, this.distance, options);
	}

	@Override
	public List<String> columns() {
		return List.of(this.column);
	}

	/**
	 * Refuse what cannot be about this index on a column.
	 * @param field the column
	 * @throws IllegalArgumentException if the server would refuse it
	 */
	void check(FieldSchema field) {
		FieldType.Kind kind = (this.options.type() == VectorIndexType.SINDI) ? FieldType.Kind.SPARSE_VECTOR
				: FieldType.Kind.VECTOR;
		Assert.isTrue(field.type().kind() == kind, () -> "The index '" + this.name + "' of type "
				+ this.options.type().sql() + " cannot be on '" + this.column + "', which is " + field.type());
		int dimension = field.type().dimension();
		Assert.isTrue(dimension <= FieldType.MAX_INDEXED_DIMENSION,
				() -> "The index '" + this.name + "' cannot be on '" + this.column + "', which has " + dimension
						+ " elements: at most " + FieldType.MAX_INDEXED_DIMENSION + " can be indexed");
		if (this.options instanceof IvfOptions ivf && ivf.m() != null) {
			int parts = ivf.m();
			Assert.isTrue(dimension % parts == 0, () -> "'m' of the index '" + this.name + "' must divide " + dimension
					+ ", which " + parts + " does not");
		}
	}

	/**
	 * Refuse what cannot be about this index in a table.
	 * @param organization how the table's rows are kept
	 * @throws IllegalArgumentException if the server would refuse it
	 */
	void check(Organization organization) {
		if (this.options instanceof HnswOptions hnsw && hnsw.syncMode() == SyncMode.ASYNC) {
			Assert.isTrue(organization == Organization.HEAP, () -> "The index '" + this.name
					+ "' cannot be asynchronous in a table organised by INDEX: make the table with HEAP");
		}
		if (this.options instanceof HnswOptions hnsw && hnsw.extraInfoMaxSize() != null) {
			Assert.isTrue(organization == Organization.INDEX, () -> "The index '" + this.name
					+ "' cannot have 'extraInfoMaxSize' in a table organised by HEAP: leave it out");
		}
	}

}
