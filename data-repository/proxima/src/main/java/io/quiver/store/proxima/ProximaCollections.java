package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.CollectionInfo;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.proto.CollectionName;
import io.quiver.store.proxima.proto.DescribeCollectionResponse;
import io.quiver.store.proxima.proto.ListCondition;
import io.quiver.store.proxima.proto.StatsCollectionResponse;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * The collections of a server in the shapes of the port. The server keeps names, and of
 * vectors their dimension and metric; types of forward columns and what may be null it
 * does not know, so that they are taken from the shape expected.
 *
 * @author Quiver
 */
final class ProximaCollections {

	/** What a key is called that no shape expected names. */
	private static final String KEY = "primary_key";

	private final ProximaCalls calls;

	private final UnaryOperator<CollectionConfig> customizer;

	ProximaCollections(ProximaCalls calls, UnaryOperator<CollectionConfig> customizer) {
		this.calls = calls;
		this.customizer = customizer;
	}

	List<String> names() {
		return this.calls.call(new ProximaRequest<>(StoreOperations.COLLECTIONS, ProximaMethod.LIST_COLLECTIONS,
				ListCondition.getDefaultInstance(),
				(answer, attempt) -> answer.getCollectionsList()
					.stream()
					.map((info) -> info.getConfig().getCollectionName())
					.sorted()
					.toList(),
				ProximaErrors::refuse));
	}

	/**
	 * Create a collection.
	 * @return whether it was not there
	 */
	boolean create(CollectionSpec spec) {
		var message = CollectionMessages.config(customized(config(spec)));
		return this.calls
			.call(new ProximaRequest<>(StoreOperations.CREATE.on(spec.name()), ProximaMethod.CREATE_COLLECTION, message,
					(answer, attempt) -> isSuccess(answer), unless(StatusCodes.DUPLICATE_COLLECTION)));
	}

	private CollectionConfig customized(CollectionConfig config) {
		CollectionConfig customized = this.customizer.apply(config);
		if (!customized.name().equals(config.name())) {
			throw new InvalidDataAccessApiUsageException(
					"A customizer has made collection '%s' of '%s'; it must leave the name as it is"
						.formatted(Names.printable(customized.name()), config.name()));
		}
		return customized;
	}

	static CollectionConfig config(CollectionSpec spec) {
		List<IndexColumnParam> indexes = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (Column column : spec.columns().subList(1, spec.columns().size())) {
			names.add(column.name());
			if (column instanceof VectorColumn vector) {
				indexes.add(VectorIndex.of(vector));
			}
		}
		if (indexes.stream().allMatch((index) -> mayBeNull(spec, index.name()))) {
			indexes.add(VectorIndex.ofRowsWithoutVector());
		}
		return new CollectionConfig(spec.name(), indexes, names, null, null);
	}

	private static boolean mayBeNull(CollectionSpec spec, String column) {
		return spec.columns().get(spec.indexOf(column)).nullable();
	}

	@Nullable CollectionInfo info(String collection) {
		return this.calls.<CollectionName, DescribeCollectionResponse, @Nullable CollectionInfo>call(
				new ProximaRequest<>(StoreOperations.DESCRIBE.on(collection), ProximaMethod.DESCRIBE_COLLECTION,
						name(collection), ProximaCollections::info, unless(StatusCodes.COLLECTION_NOT_EXIST)));
	}

	private static @Nullable CollectionInfo info(DescribeCollectionResponse answer, Attempt attempt) {
		return (answer.getStatus().getCode() == StatusCodes.SUCCESS) ? CollectionAnswers.info(answer.getCollection())
				: null;
	}

	@Nullable CollectionSpec describe(String collection) {
		CollectionInfo info = info(collection);
		return (info != null) ? spec(info.config(),
				new CollectionSpec(collection, List.of(new KeyColumn(KEY, ColumnType.LONG, false)))) : null;
	}

	@Nullable CollectionSpec describe(CollectionSpec expected) {
		CollectionInfo info = info(expected.name());
		return (info != null) ? spec(info.config(), expected) : null;
	}

	/**
	 * Tell a collection in the order of the shape expected. A vector that has no forward
	 * column of its name could not be read back, and so is not there.
	 */
	private static CollectionSpec spec(CollectionConfig config, CollectionSpec expected) {
		Map<String, Column> stored = new LinkedHashMap<>();
		for (String name : config.forwardColumns()) {
			int place = expected.indexOf(name);
			Column column = (place >= expected.keySize()) ? expected.columns().get(place) : null;
			stored.put(name, (column != null && !(column instanceof VectorColumn)) ? column
					: new ValueColumn(name, ColumnType.BINARY, true, false, false, false));
		}
		for (IndexColumnParam index : config.indexColumns()) {
			int place = expected.indexOf(index.name());
			boolean nullable = place < 0 || expected.columns().get(place).nullable();
			boolean readable = stored.containsKey(index.name());
			if (!index.name().equals(ProximaRows.WITHOUT_VECTOR) && (readable || place < 0)) {
				stored.put(index.name(), VectorIndex.describe(index, nullable));
			}
		}
		List<Column> columns = new ArrayList<>(expected.columns().subList(0, expected.keySize()));
		expected.columns().forEach((column) -> {
			Column found = stored.remove(column.name());
			if (found != null && !columns.contains(column)) {
				columns.add(found);
			}
		});
		columns.addAll(stored.values());
		return new CollectionSpec(config.name(), columns);
	}

	boolean drop(String collection) {
		return this.calls.call(new ProximaRequest<>(StoreOperations.DROP.on(collection), ProximaMethod.DROP_COLLECTION,
				name(collection), (answer, attempt) -> isSuccess(answer) || attempt.number() > 1,
				unless(StatusCodes.COLLECTION_NOT_EXIST)));
	}

	/**
	 * Tell what is true of a collection's figures: numbers of documents are of those that
	 * were ever written.
	 */
	CollectionStats stats(String collection) {
		return this.calls.call(new ProximaRequest<>(StoreOperations.STATS.on(collection),
				ProximaMethod.STATS_COLLECTION, name(collection), ProximaCollections::stats, ProximaErrors::refuse));
	}

	private static CollectionStats stats(StatsCollectionResponse answer, Attempt attempt) {
		var stats = answer.getCollectionStats();
		return new CollectionStats(null, stats.getTotalIndexFileSize(),
				Map.of("segments", stats.getTotalSegmentCount(), "indexFiles", stats.getTotalIndexFileCount()));
	}

	static InvalidDataAccessResourceUsageException anotherShape(CollectionSpec expected,
			@Nullable CollectionSpec stored) {
		return new InvalidDataAccessResourceUsageException(
				"Collection '%s' is there with another shape: %s instead of %s; drop it, or use another name"
					.formatted(expected.name(), (stored != null) ? stored.columns() : "none", expected.columns()));
	}

	private static CollectionName name(String collection) {
		return CollectionName.newBuilder().setCollectionName(Names.collection(collection)).build();
	}

	private static boolean isSuccess(Status status) {
		return status.getCode() == StatusCodes.SUCCESS;
	}

	private static ProximaRequest.Verdict unless(int expected) {
		return (Operation operation, Status status, Attempt attempt) -> {
			if (status.getCode() != expected) {
				ProximaErrors.refuse(operation, status, attempt);
			}
		};
	}

}
