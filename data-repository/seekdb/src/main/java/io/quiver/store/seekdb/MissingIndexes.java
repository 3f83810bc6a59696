package io.quiver.store.seekdb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableIndex;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;

/**
 * The indexes that a table should have and does not.
 *
 * @param wanted the table as it would be made now
 * @param stored the table as it is
 * @author Quiver
 */
record MissingIndexes(TableSchema wanted, TableDescription stored) {

	Stream<TableIndex> stream() {
		return this.wanted.indexes().stream().filter(this::isMissing).map(this::fitting);
	}

	/** Of vectors and words the server takes one for each column, whatever its name. */
	private boolean isMissing(TableIndex index) {
		if (index instanceof VectorIndex vector) {
			return this.stored.vectorIndex(vector.column()).isEmpty();
		}
		return this.stored.indexes()
			.stream()
			.noneMatch((there) -> there.name().equalsIgnoreCase(index.name())
					|| (index instanceof FullTextIndex && there.kind() == IndexInfo.Kind.FULLTEXT
							&& lower(there.columns()).equals(lower(index.columns()))));
	}

	private static List<String> lower(List<String> names) {
		return names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
	}

	/**
	 * A table of another organisation than it would be made with now has its indexes
	 * follow every write, as the others that no customiser has changed: HEAP would have
	 * it otherwise, and INDEX knows no other way.
	 */
	private TableIndex fitting(TableIndex index) {
		return (this.wanted.organization() != this.stored.organization() && index instanceof VectorIndex vector
				&& vector.options() instanceof HnswOptions options)
						? vector.withOptions(options.withSyncMode(SyncMode.IMMEDIATE)) : index;
	}

}
