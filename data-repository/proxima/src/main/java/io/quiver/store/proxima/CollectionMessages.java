package io.quiver.store.proxima;

import java.util.Map;
import java.util.function.Function;

import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.DatabaseRepository;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.proto.CollectionConfig.RepositoryConfig;
import io.quiver.store.proxima.proto.KeyValuePair;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Collections as they are sent.
 *
 * @author Quiver
 */
final class CollectionMessages {

	private CollectionMessages() {
	}

	static io.quiver.store.proxima.proto.CollectionConfig config(CollectionConfig config) {
		if (config.indexColumns().isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"Collection '%s' has no index column; it needs at least one".formatted(config.name()));
		}
		Names.distinct("index", config.indexColumns(), IndexColumnParam::name);
		Names.distinct("forward", config.forwardColumns(), Function.identity());
		var message = io.quiver.store.proxima.proto.CollectionConfig.newBuilder()
			.setCollectionName(Names.collection(config.name()));
		config.indexColumns().forEach((column) -> message.addIndexColumnParams(column(column)));
		config.forwardColumns().forEach((name) -> message.addForwardColumnNames(Names.forwardColumn(name)));
		if (config.maxDocsPerSegment() != null) {
			message.setMaxDocsPerSegment(config.maxDocsPerSegment());
		}
		if (config.repository() != null) {
			message.setRepositoryConfig(repository(config.repository()));
		}
		return message.build();
	}

	private static io.quiver.store.proxima.proto.CollectionConfig.IndexColumnParam column(IndexColumnParam column) {
		VectorShape.check(column.name(), column.dataType(), column.dimension());
		var message = io.quiver.store.proxima.proto.CollectionConfig.IndexColumnParam.newBuilder()
			.setColumnName(Names.column(column.name()))
			.setIndexTypeValue(column.indexType().ordinal())
			.setDataTypeValue(column.dataType().code())
			.setDimension(column.dimension());
		for (Map.Entry<String, String> param : column.extraParams().entrySet()) {
			message.addExtraParams(pair(param));
		}
		return message.build();
	}

	static KeyValuePair pair(Map.Entry<String, String> param) {
		return KeyValuePair.newBuilder().setKey(param.getKey()).setValue(param.getValue()).build();
	}

	private static RepositoryConfig repository(DatabaseRepository repository) {
		String password = repository.password();
		if (password == null) {
			throw new InvalidDataAccessApiUsageException(
					"Repository '%s' has no password; what a server describes comes without one"
						.formatted(repository.name()));
		}
		return RepositoryConfig.newBuilder()
			.setRepositoryName(repository.name())
			.setDatabase(RepositoryConfig.Database.newBuilder()
				.setConnectionUri(repository.connectionUri())
				.setTableName(repository.table())
				.setUser(repository.user())
				.setPassword(password))
			.build();
	}

}
