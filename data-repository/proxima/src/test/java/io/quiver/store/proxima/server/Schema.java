package io.quiver.store.proxima.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quiver.store.proxima.proto.CollectionConfig;

/**
 * The columns of a collection.
 *
 * @author Quiver
 * @param indexColumns those of vectors, in the server's order
 * @param forwardNames the names of the others
 * @param repository whether a repository feeds the collection
 */
record Schema(List<IndexColumn> indexColumns, List<String> forwardNames, boolean repository) {

	/**
	 * Open the columns of a checked configuration.
	 * @throws Refused if the vector engine cannot
	 */
	static Schema open(CollectionConfig config) {
		return new Schema(config.getIndexColumnParamsList().stream().map(IndexColumn::open).toList(),
				config.getForwardColumnNamesList(), config.hasRepositoryConfig());
	}

	Optional<IndexColumn> indexColumn(String name) {
		return this.indexColumns.stream().filter((column) -> column.name().equals(name)).findFirst();
	}

	/** Whether the vector engine takes vectors of those columns at all. */
	boolean fits(Set<String> names) {
		return this.indexColumns.stream()
			.filter((column) -> names.contains(column.name()))
			.allMatch((column) -> column.type().fills(column.dimension()));
	}

}
