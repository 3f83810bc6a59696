package io.quiver.data.core;

import java.util.List;
import java.util.function.Consumer;

import io.quiver.data.core.BulkWriter.Failure;
import io.quiver.data.core.BulkWriter.Progress;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.WriteMode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Sets a {@link BatchingWriter} up.
 *
 * @param <T> the type of the entities
 * @author Quiver
 */
final class BatchingWriterBuilder<T> implements BulkWriter.Builder<T> {

	private final TemplateContext context;

	private final EntityModel<T> model;

	private final WriteOptions options;

	private WriteMode mode = WriteMode.SAVE;

	private int batchSize = WriteBatch.MAX_ROWS;

	private int concurrency = 2;

	private Consumer<Progress> onProgress = (progress) -> {
	};

	private @Nullable Consumer<List<Failure<T>>> onFailure;

	BatchingWriterBuilder(TemplateContext context, EntityModel<T> model, WriteOptions options) {
		this.context = context;
		this.model = model;
		this.options = options;
	}

	@Override
	public BulkWriter.Builder<T> mode(WriteMode mode) {
		Assert.isTrue(mode == WriteMode.SAVE || mode == WriteMode.INSERT,
				() -> "'mode' must be SAVE or INSERT, but is " + mode);
		this.mode = mode;
		return this;
	}

	@Override
	public BulkWriter.Builder<T> batchSize(int entities) {
		Assert.isTrue(entities >= 1, () -> "'batchSize' must be at least 1, but is " + entities);
		this.batchSize = entities;
		return this;
	}

	@Override
	public BulkWriter.Builder<T> concurrency(int batches) {
		Assert.isTrue(batches >= 1, () -> "'concurrency' must be at least 1, but is " + batches);
		this.concurrency = batches;
		return this;
	}

	@Override
	public BulkWriter.Builder<T> onProgress(Consumer<Progress> listener) {
		this.onProgress = listener;
		return this;
	}

	@Override
	public BulkWriter.Builder<T> onFailure(Consumer<List<Failure<T>>> listener) {
		this.onFailure = listener;
		return this;
	}

	@Override
	public BulkWriter<T> open() {
		EntityWrites.requireAbility(this.context.store(), this.mode);
		BatchingWriter.requireNoTransaction(this.context.store());
		WriteProgress<T> progress = new WriteProgress<>(this.model.spec().name(), this.onProgress, this.onFailure);
		BatchSender<T> sender = new BatchSender<>(this.context, this.model, this.options, this.mode, progress,
				this.concurrency);
		return new BatchingWriter<>(this.context.store(), this.model.spec().name(),
				new WritePreparation<>(this.model, this.context.callbacks()), this.mode, this.batchSize, sender,
				progress);
	}

}
