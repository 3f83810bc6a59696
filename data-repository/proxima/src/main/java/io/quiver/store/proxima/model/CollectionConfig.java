package io.quiver.store.proxima.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A collection to be made, or as it was made.
 *
 * @param name the name, of letters, digits, {@code _}, {@code -} and {@code .}
 * @param indexColumns the columns of vectors, at least one, in the order of their
 * creation
 * @param forwardColumns the names of the columns of values, in the order of their
 * creation; their types are not declared. No name may contain a comma
 * @param repository the table that feeds the collection, or {@code null} if it is written
 * directly
 * @param maxDocsPerSegment after how many documents the server begins a new segment, or
 * {@code null} for no limit
 * @author Quiver
 * @since 0.1
 */
public record CollectionConfig(String name, List<IndexColumnParam> indexColumns, List<String> forwardColumns,
		@Nullable DatabaseRepository repository, @Nullable Long maxDocsPerSegment) {

	public CollectionConfig {
		Assert.notNull(name, "'name' must not be null");
		indexColumns = List.copyOf(indexColumns);
		forwardColumns = List.copyOf(forwardColumns);
	}

	/**
	 * Return a collection that is written directly.
	 * @param name the name
	 * @param indexColumns the columns of vectors
	 * @return the collection, without forward columns yet
	 */
	public static CollectionConfig of(String name, IndexColumnParam... indexColumns) {
		return new CollectionConfig(name, List.of(indexColumns), List.of(), null, null);
	}

	public CollectionConfig withForwardColumns(String... names) {
		return new CollectionConfig(this.name, this.indexColumns, List.of(names), this.repository,
				this.maxDocsPerSegment);
	}

	public CollectionConfig withRepository(DatabaseRepository repository) {
		return new CollectionConfig(this.name, this.indexColumns, this.forwardColumns, repository,
				this.maxDocsPerSegment);
	}

	public CollectionConfig withMaxDocsPerSegment(long maxDocsPerSegment) {
		return new CollectionConfig(this.name, this.indexColumns, this.forwardColumns, this.repository,
				maxDocsPerSegment);
	}

}
