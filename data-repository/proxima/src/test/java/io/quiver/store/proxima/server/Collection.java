package io.quiver.store.proxima.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionInfo;
import io.quiver.store.proxima.proto.CollectionInfo.CollectionStatus;
import io.quiver.store.proxima.proto.CollectionStats;
import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.LsnContext;
import io.quiver.store.proxima.proto.QueryRequest.KnnQueryParam;
import io.quiver.store.proxima.proto.QueryResponse.Result;

/**
 * A collection and its documents.
 *
 * @author Quiver
 */
final class Collection {

	/** The key that stands for none: it can be written, but not looked up. */
	private static final long NO_KEY = -1;

	private final CollectionConfig config;

	private final Schema schema;

	private final String uuid = UUID.randomUUID().toString().replace("-", "");

	private final ReadWriteLock lock = new ReentrantReadWriteLock();

	private final Map<Long, Stored> documents = new HashMap<>();

	private final Set<Long> lost = new HashSet<>();

	private final Segments segments;

	private final Answers answers;

	private LsnContext latestLsn = LsnContext.getDefaultInstance();

	Collection(CollectionConfig config, Answers answers) {
		this.config = config;
		this.schema = Schema.open(config);
		this.segments = new Segments(config.getMaxDocsPerSegment(), this.schema.indexColumns().size());
		this.answers = answers;
	}

	CollectionConfig config() {
		return this.config;
	}

	Schema schema() {
		return this.schema;
	}

	CollectionInfo describe(long magicNumber) {
		this.lock.readLock().lock();
		try {
			CollectionInfo.Builder info = CollectionInfo.newBuilder()
				.setConfig(this.config)
				.setStatus(CollectionStatus.CS_SERVING)
				.setUuid(this.uuid);
			if (this.schema.repository()) {
				info.setMagicNumber(magicNumber).setLatestLsnContext(this.latestLsn);
			}
			return info.build();
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	CollectionStats stats() {
		this.lock.readLock().lock();
		try {
			CollectionStats.Builder stats = CollectionStats.newBuilder()
				.setCollectionName(this.config.getCollectionName())
				.setCollectionPath("/var/lib/proxima-be/indices/" + this.config.getCollectionName());
			this.segments.describe(stats);
			return stats.build();
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	Optional<Document> document(long key) {
		this.lock.readLock().lock();
		try {
			boolean found = key != NO_KEY && !this.lost.contains(key);
			return found ? Optional.ofNullable(this.documents.get(key)).map(Stored::document) : Optional.empty();
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	List<Result> search(IndexColumn column, float[] vectors, KnnQueryParam param) {
		this.lock.readLock().lock();
		try {
			return this.answers.search(this.documents.values(), column, vectors, param);
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	/** Write the rows one after the other; of several failures the last is told. */
	Code write(List<Row> rows) {
		this.lock.writeLock().lock();
		try {
			Code failure = rows.stream()
				.map(this::write)
				.filter((code) -> code != Code.SUCCESS)
				.reduce(Code.SUCCESS, (earlier, later) -> later);
			this.segments.dumped();
			return failure;
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	private Code write(Row row) {
		return switch (row.operation()) {
			case OP_INSERT -> insert(row);
			case OP_UPDATE -> update(row);
			default -> delete(row.key());
		};
	}

	private Code insert(Row row) {
		if (this.documents.containsKey(row.key())) {
			return Code.DUPLICATE_KEY;
		}
		if (!row.fitting()) {
			return Code.INVALID_RECORD;
		}
		if (this.answers.keeps(this.documents.size())) {
			long id = this.segments.add(row.key(), row.lsn().getLsn());
			this.documents.put(row.key(), Stored.of(id, row));
			this.latestLsn = row.lsn();
		}
		return Code.SUCCESS;
	}

	private Code update(Row row) {
		Stored old = this.documents.get(row.key());
		if (old == null) {
			return Code.KEY_NOT_EXIST;
		}
		boolean late = Long.compareUnsigned(row.lsn().getLsn(), old.row().lsn().getLsn()) <= 0;
		if (this.schema.repository() && late) {
			return Code.INVALID_RECORD;
		}
		delete(row.key());
		return insert(row);
	}

	private Code delete(long key) {
		this.lost.remove(key);
		return (this.documents.remove(key) != null) ? Code.SUCCESS : Code.KEY_NOT_EXIST;
	}

	/**
	 * End without the flush that saves the counters. Lookups by key then miss what had
	 * not been dumped; searches find it all the same.
	 */
	void endUnflushed() {
		this.lock.writeLock().lock();
		try {
			this.documents.values()
				.stream()
				.filter((stored) -> !this.segments.persistent(stored.id()))
				.forEach((stored) -> this.lost.add(stored.row().key()));
			this.segments.forget();
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

}
