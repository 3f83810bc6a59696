package io.quiver.data.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Stores entities of one type.
 *
 * @param <T> the type of the entities
 * @author Quiver
 */
final class EntityWrites<T> {

	private final TemplateContext context;

	private final RowStore store;

	private final EntityModel<T> model;

	private final WritePreparation<T> preparation;

	private final WriteOptions options;

	EntityWrites(TemplateContext context, EntityModel<T> model, WriteOptions options) {
		this.context = context;
		this.store = context.store();
		this.model = model;
		this.preparation = new WritePreparation<>(model, context.callbacks());
		this.options = options;
	}

	/**
	 * Store one entity; its failure is the exception.
	 */
	T write(T entity, WriteMode intent) {
		requireAbility(this.store, intent);
		PendingWrite<T> pending = this.preparation.prepare(entity, intent, PendingWrite.ALONE);
		this.context.schemas().ensure(this.model);
		WriteBatch<T> batch = new WriteBatch<>(pending.mode(), List.of(pending));
		List<T> stored = new ArrayList<>(1);
		batch.settle(this.store.write(batch.request(this.model.spec(), this.options)), intent,
				(write, key) -> stored.add(this.preparation.complete(write, key)), (failure, index) -> {
					throw failure.cause();
				});
		this.store.afterWrites(this.model.spec(), this.options);
		return stored.get(0);
	}

	/**
	 * Store many entities; nothing is sent before all of them are checked.
	 */
	List<T> writeAll(List<T> entities, WriteMode intent) {
		requireAbility(this.store, intent);
		List<PendingWrite<T>> writes = new ArrayList<>(entities.size());
		for (T entity : entities) {
			writes.add(this.preparation.prepare(entity, intent, writes.size()));
		}
		this.context.schemas().ensure(this.model);
		List<WriteBatch<T>> batches = WriteBatch.split(writes, WriteBatch.MAX_ROWS);
		@Nullable Object[] stored = new @Nullable Object[entities.size()];
		List<RowFailure> failures = new ArrayList<>();
		DataAccessException stop = null;
		for (WriteBatch<T> batch : batches) {
			if (stop != null) {
				fail(batch, Outcome.FAILED, stop, failures);
				continue;
			}
			try {
				batch.settle(this.store.write(batch.request(this.model.spec(), this.options)), intent,
						(write, key) -> stored[write.index()] = this.preparation.complete(write, key),
						(failure, index) -> failures.add(
								new RowFailure(batch.writes().get(index).index(), failure.outcome(), failure.cause())));
			}
			catch (DataAccessException ex) {
				if (batches.size() == 1) {
					throw ex;
				}
				stop = ex;
				fail(batch, WriteBatch.outcomeOf(ex), ex, failures);
			}
		}
		if (!failures.isEmpty()) {
			failures.sort(Comparator.comparingInt(RowFailure::index));
			throw partly(new PartialWriteException(this.model.spec().name(), entities.size(), failures), stop == null);
		}
		this.store.afterWrites(this.model.spec(), this.options);
		@SuppressWarnings("unchecked")
		List<T> all = (List<T>) Arrays.asList(stored);
		return all;
	}

	/** A store that has just failed as a whole is not asked for more. */
	private PartialWriteException partly(PartialWriteException failure, boolean answers) {
		if (answers && failure.getStored() > 0) {
			try {
				this.store.afterWrites(this.model.spec(), this.options);
			}
			catch (DataAccessException ex) {
				failure.addSuppressed(ex);
			}
		}
		return failure;
	}

	private static void fail(WriteBatch<?> batch, Outcome outcome, DataAccessException cause,
			List<RowFailure> failures) {
		batch.writes().forEach((write) -> failures.add(new RowFailure(write.index(), outcome, cause)));
	}

	static void requireAbility(RowStore store, WriteMode intent) {
		switch (intent) {
			case INSERT ->
				StoreAbilities.require(store, Ability.INSERT, "does not refuse a key that is there", "use save");
			case UPDATE ->
				StoreAbilities.require(store, Ability.UPDATE, "does not refuse a key that is not there", "use save");
			case MERGE -> StoreAbilities.require(store, Ability.MERGE, "does not change single columns",
					"read the entity, change it and save it");
			case SAVE -> {
			}
		}
	}

}
