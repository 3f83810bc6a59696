package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.CollectionInfo;
import io.quiver.store.proxima.model.CollectionStats;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.DatabaseRepository;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.IndexType;
import io.quiver.store.proxima.model.LsnContext;
import io.quiver.store.proxima.model.SegmentStats;
import org.jspecify.annotations.Nullable;

/**
 * Collections as they come back: index columns in the reverse order of their creation,
 * 2^64-1 where there is nothing, and the password of the repository in clear.
 *
 * @author Quiver
 */
final class CollectionAnswers {

	private static final long NONE = -1;

	private CollectionAnswers() {
	}

	static CollectionInfo info(io.quiver.store.proxima.proto.CollectionInfo message) {
		LsnContext lsn = (message.hasLatestLsnContext())
				? new LsnContext(message.getLatestLsnContext().getLsn(), message.getLatestLsnContext().getContext())
				: null;
		return new CollectionInfo(config(message.getConfig()),
				of(CollectionInfo.Status.values(), message.getStatusValue()), message.getUuid(), lsn,
				message.getMagicNumber());
	}

	private static CollectionConfig config(io.quiver.store.proxima.proto.CollectionConfig message) {
		List<IndexColumnParam> columns = new ArrayList<>();
		message.getIndexColumnParamsList().forEach((column) -> columns.add(column(column)));
		Collections.reverse(columns);
		long max = message.getMaxDocsPerSegment();
		return new CollectionConfig(message.getCollectionName(), columns,
				List.copyOf(message.getForwardColumnNamesList()),
				(message.hasRepositoryConfig()) ? repository(message.getRepositoryConfig()) : null,
				(max == 0) ? null : present(max));
	}

	private static IndexColumnParam column(io.quiver.store.proxima.proto.CollectionConfig.IndexColumnParam message) {
		Map<String, String> params = new LinkedHashMap<>();
		message.getExtraParamsList().forEach((param) -> params.put(param.getKey(), param.getValue()));
		IndexType type = (message.getIndexTypeValue() == IndexType.PROXIMA_GRAPH_INDEX.ordinal())
				? IndexType.PROXIMA_GRAPH_INDEX : IndexType.UNDEFINED;
		return new IndexColumnParam(message.getColumnName(), message.getDimension(), type,
				DataType.of(message.getDataTypeValue()), params);
	}

	private static DatabaseRepository repository(
			io.quiver.store.proxima.proto.CollectionConfig.RepositoryConfig message) {
		return new DatabaseRepository(message.getRepositoryName(), message.getDatabase().getConnectionUri(),
				message.getDatabase().getTableName(), message.getDatabase().getUser(), null);
	}

	static CollectionStats stats(io.quiver.store.proxima.proto.CollectionStats message) {
		return new CollectionStats(message.getCollectionName(), message.getCollectionPath(), message.getTotalDocCount(),
				message.getTotalSegmentCount(), message.getTotalIndexFileCount(), message.getTotalIndexFileSize(),
				message.getSegmentStatsList().stream().map(CollectionAnswers::segment).toList());
	}

	private static SegmentStats segment(io.quiver.store.proxima.proto.CollectionStats.SegmentStats message) {
		return new SegmentStats(message.getSegmentId(), of(SegmentStats.State.values(), message.getStateValue()),
				message.getDocCount(), message.getIndexFileCount(), message.getIndexFileSize(),
				present(message.getMinDocId()), message.getMaxDocId(), present(message.getMinPrimaryKey()),
				message.getMaxPrimaryKey(), present(message.getMinTimestamp()), message.getMaxTimestamp(),
				present(message.getMinLsn()), message.getMaxLsn(), message.getSegmentPath());
	}

	private static @Nullable Long present(long value) {
		return (value != NONE) ? value : null;
	}

	/** The last of the values stands for what is not known. */
	private static <E> E of(E[] values, int number) {
		return (number >= 0 && number < values.length) ? values[number] : values[values.length - 1];
	}

}
