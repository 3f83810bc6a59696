package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.DenseVector;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldType.Kind;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.SparseVector;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.VectorIndexType;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a search before it is made: the server would read the whole table where an
 * index does not fit, and say nothing.
 *
 * @author Quiver
 */
final class SearchCheck {

	private final TableDescription table;

	private final SearchRequest request;

	SearchCheck(TableDescription table, SearchRequest request) {
		this.table = table;
		this.request = request;
	}

	/**
	 * Return why the search cannot be made, and what to do about it, or {@code null} if
	 * it can.
	 */
	@Nullable String problem() {
		ColumnInfo column = this.table.column(this.request.column());
		if (column == null) {
			return "There is no field '" + this.request.column() + "' in '" + this.table.name() + "', whose fields are "
					+ this.table.columns().stream().map(ColumnInfo::name).toList();
		}
		boolean dense = this.request.vector() instanceof DenseVector;
		if (column.kind() != ((dense) ? Kind.VECTOR : Kind.SPARSE_VECTOR)) {
			return "The field '" + column.name() + "' is of type " + column.type() + ", which does not compare with "
					+ ((dense) ? "a dense vector" : "a sparse vector");
		}
		if (this.request.vector() instanceof DenseVector vector && vector.dimension() != column.dimension()) {
			return "A vector that is searched for in '" + column.name() + "' must have " + column.dimension()
					+ " elements, not " + vector.dimension();
		}
		String problem = length();
		if (problem != null) {
			return "A search of '" + column.name() + "' " + problem;
		}
		return (this.request.exact()) ? null : approximate(column);
	}

	private @Nullable String length() {
		return (this.request.vector() instanceof SparseVector sparse) ? VectorLength.problem(sparse)
				: (this.request.vector() instanceof DenseVector dense)
						? VectorLength.problem(dense.elements(), this.request.distance() == Distance.COSINE) : null;
	}

	private @Nullable String approximate(ColumnInfo column) {
		if ((long) this.request.limit() + this.request.offset() > SearchRequest.MAX_APPROXIMATE_LIMIT) {
			return "An approximate search finds at most " + SearchRequest.MAX_APPROXIMATE_LIMIT + " rows, not "
					+ this.request.limit() + " after " + this.request.offset() + ": ask for fewer, or search exactly";
		}
		IndexInfo index = this.table.vectorIndex(column.name()).orElse(null);
		if (index == null) {
			return "The field '" + column.name() + "' of '" + this.table.name()
					+ "' has no vector index: create one for " + this.request.distance() + ", or search exactly";
		}
		if (!index.parameters().isEmpty() && !index.fits(this.request.distance())) {
			return "The index '" + index.name() + "' of '" + this.table.name() + "' is built for "
					+ index.parameters().get("distance") + ", not for " + this.request.distance()
					+ ": ask for what it is built for, create it anew, or search exactly";
		}
		return tuning(index);
	}

	private @Nullable String tuning(IndexInfo index) {
		VectorIndexType type = index.type();
		if (type == VectorIndexType.IVF_SQ8) {
			return "The index '" + index.name() + "' of '" + this.table.name()
					+ "' is of type ivf_sq8, with which seekdb finds wrong rows: create it anew as ivf_flat, ivf_pq "
					+ "or hnsw_sq, or search exactly";
		}
		List<String> unknown = (type != null) ? this.request.tuning().unknownTo(type) : List.of();
		return (unknown.isEmpty()) ? null : "The index '" + index.name() + "' of '" + this.table.name()
				+ "' is of a type that does not know " + unknown + ": leave that out";
	}

}
