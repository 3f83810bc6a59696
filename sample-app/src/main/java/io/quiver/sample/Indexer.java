package io.quiver.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quiver.data.core.BulkWriter;
import io.quiver.data.core.TextEmbedder;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Query;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Vector;
import org.springframework.stereotype.Component;

import static io.quiver.data.core.query.Filter.not;
import static io.quiver.data.core.query.Filter.where;

/**
 * Brings the store in line with the class path, in the background: what is new or has
 * changed is embedded and stored, what has gone is deleted, all else stays. A restart
 * with the same class path writes nothing.
 *
 * @author Quiver
 */
@Component
class Indexer {

	private static final Log logger = LogFactory.getLog(Indexer.class);

	private static final int BATCH = 64;

	private final PropertyCatalogue catalogue;

	private final ConfigurationProperties properties;

	private final VectorOperations operations;

	private final TextEmbedder embedder;

	private final TaskExecutor executor;

	private volatile IndexStatus status;

	Indexer(PropertyCatalogue catalogue, ConfigurationProperties properties, VectorOperations operations,
			TextEmbedder embedder, TaskExecutor applicationTaskExecutor) {
		this.catalogue = catalogue;
		this.properties = properties;
		this.operations = operations;
		this.embedder = embedder;
		this.executor = applicationTaskExecutor;
		this.status = new IndexStatus(IndexStatus.Phase.COMPARING, catalogue.size(), 0, 0, Duration.ZERO, null);
	}

	IndexStatus status() {
		return this.status;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.executor.execute(this::index);
	}

	private void index() {
		try {
			deleteWhatHasGone();
			List<PropertyDescription> pending = pending();
			if (!pending.isEmpty()) {
				store(pending);
			}
			this.status = this.status.ready(this.status.elapsed());
			logger.info("Index is ready: %d properties, %d of them embedded in this run".formatted(this.status.total(),
					pending.size()));
		}
		catch (RuntimeException ex) {
			logger.error("Index is not complete", ex);
			this.status = this.status.failed(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Where the store cannot tell what it has, that stays.
	 */
	private void deleteWhatHasGone() {
		try {
			long deleted = this.operations.delete(Query.where(not(where("name").in(names()))),
					ConfigurationProperty.class);
			if (deleted > 0) {
				logger.info("Deleted %d properties that are no longer on the class path".formatted(deleted));
			}
		}
		catch (InvalidDataAccessApiUsageException ex) {
			logger.info("Properties that are no longer on the class path stay: " + ex.getMessage());
		}
	}

	private List<PropertyDescription> pending() {
		Map<String, PropertyDescription> stored = this.properties
			.findAllById(names().stream().map(ConfigurationProperty::id).toList())
			.stream()
			.map(ConfigurationProperty::withoutEmbedding)
			.collect(Collectors.toMap(PropertyDescription::name, Function.identity()));
		return this.catalogue.properties()
			.stream()
			.filter((property) -> !property.equals(stored.get(property.name())))
			.toList();
	}

	private void store(List<PropertyDescription> pending) {
		logger.info("Embedding the descriptions of %d properties".formatted(pending.size()));
		this.status = this.status.indexing(pending.size(), 0, Duration.ZERO);
		try (BulkWriter<ConfigurationProperty> writer = this.operations.bulkWriter(ConfigurationProperty.class)
			.batchSize(BATCH)
			.onProgress((progress) -> progress(pending.size(), progress))
			.open()) {
			for (int start = 0; start < pending.size(); start += BATCH) {
				embed(pending.subList(start, Math.min(start + BATCH, pending.size()))).forEach(writer::add);
			}
		}
	}

	private List<ConfigurationProperty> embed(List<PropertyDescription> batch) {
		List<float[]> vectors = this.embedder.embedAll(batch.stream().map(PropertyDescription::text).toList());
		return IntStream.range(0, batch.size())
			.mapToObj((i) -> ConfigurationProperty.of(batch.get(i), Vector.of(vectors.get(i))))
			.toList();
	}

	private void progress(int pending, BulkWriter.Progress progress) {
		this.status = this.status.indexing(pending, progress.stored(), progress.elapsed());
		logger.info("Stored %d of %d properties".formatted(progress.stored(), pending));
	}

	private List<String> names() {
		return this.catalogue.properties().stream().map(PropertyDescription::name).toList();
	}

}
