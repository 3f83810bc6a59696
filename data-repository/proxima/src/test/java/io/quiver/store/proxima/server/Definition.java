package io.quiver.store.proxima.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionConfig.IndexColumnParam;
import io.quiver.store.proxima.proto.CollectionConfig.RepositoryConfig;
import io.quiver.store.proxima.proto.CollectionConfig.RepositoryConfig.RepositoryType;
import io.quiver.store.proxima.proto.DataType;

/**
 * What a new collection is checked for, in the server's order, and what the server makes
 * of its configuration: index columns are kept the other way round.
 *
 * @author Quiver
 */
final class Definition {

	private static final long UNLIMITED = -1;

	private Definition() {
	}

	/** The only check that comes before that for a collection of the same name. */
	static void checkRepositoryType(CollectionConfig config) {
		if (config.getRepositoryConfig().getRepositoryType() != RepositoryType.RT_DATABASE) {
			throw Code.INVALID_REPOSITORY_TYPE.refused();
		}
	}

	/**
	 * Check the rest.
	 * @return the configuration as it will be described
	 */
	static CollectionConfig checked(CollectionConfig config) {
		refuse(config.getCollectionName().isEmpty(), Code.EMPTY_COLLECTION_NAME);
		refuse(config.getIndexColumnParamsCount() == 0, Code.EMPTY_COLUMNS);
		List<IndexColumnParam> columns = new ArrayList<>(config.getIndexColumnParamsList());
		Collections.reverse(columns);
		columns.forEach(Definition::check);
		if (config.hasRepositoryConfig()) {
			check(config.getRepositoryConfig());
		}
		CollectionConfig.Builder kept = config.toBuilder()
			.clearIndexColumnParams()
			.addAllIndexColumnParams(columns)
			.clearForwardColumnNames()
			.addAllForwardColumnNames(forwardNames(config));
		if (config.getMaxDocsPerSegment() == 0) {
			kept.setMaxDocsPerSegment(UNLIMITED);
		}
		return kept.build();
	}

	private static void check(IndexColumnParam column) {
		refuse(column.getColumnName().isEmpty(), Code.EMPTY_COLUMN_NAME);
		refuse(column.getDataType() == DataType.DT_UNDEFINED || column.getDataType() == DataType.UNRECOGNIZED,
				Code.INVALID_DATA_TYPE);
	}

	private static void check(RepositoryConfig repository) {
		refuse(repository.getRepositoryName().isEmpty(), Code.EMPTY_REPOSITORY_NAME);
		refuse(!repository.getDatabase().getConnectionUri().matches("[^:/]+://.+"), Code.INVALID_URI);
		refuse(repository.getDatabase().getUser().isEmpty(), Code.EMPTY_USER_NAME);
		refuse(repository.getDatabase().getPassword().isEmpty(), Code.EMPTY_PASSWORD);
		refuse(repository.getDatabase().getTableName().isEmpty(), Code.EMPTY_REPOSITORY_TABLE);
	}

	/**
	 * The server keeps the names in one text with commas between, so that "a,b" becomes
	 * two.
	 */
	private static List<String> forwardNames(CollectionConfig config) {
		return config.getForwardColumnNamesList().stream().flatMap((name) -> Arrays.stream(name.split(","))).toList();
	}

	private static void refuse(boolean wrong, Code code) {
		if (wrong) {
			throw code.refused();
		}
	}

}
