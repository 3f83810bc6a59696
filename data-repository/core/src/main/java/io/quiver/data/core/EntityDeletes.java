package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

/**
 * Deletes entities of one type, and finds all of a range of similarities for that.
 *
 * @author Quiver
 */
final class EntityDeletes {

	private final TemplateContext context;

	private final RowStore store;

	private final EntityModel<?> model;

	EntityDeletes(TemplateContext context, EntityModel<?> model) {
		this.context = context;
		this.store = context.store();
		this.model = model;
	}

	long byKeys(List<Key> keys, WriteOptions options) {
		this.context.schemas().ensure(this.model);
		long deleted = 0;
		List<RowFailure> failures = new ArrayList<>();
		for (int from = 0; from < keys.size(); from += WriteBatch.MAX_ROWS) {
			int start = from;
			List<Key> batch = keys.subList(from, Math.min(keys.size(), from + WriteBatch.MAX_ROWS));
			WriteResult result = this.store.delete(new DeleteRequest(this.model.spec(), batch, null, options));
			deleted += result.affected();
			result.failures()
				.forEach((failure) -> failures
					.add(new RowFailure(start + failure.index(), failure.outcome(), failure.cause())));
		}
		if (keys.size() == 1 && !failures.isEmpty()) {
			throw failures.get(0).cause();
		}
		if (!failures.isEmpty()) {
			throw new PartialWriteException(this.model.spec().name(), keys.size(), failures);
		}
		return deleted;
	}

	void byVersion(Key key, long version, WriteOptions options) {
		this.context.schemas().ensure(this.model);
		WriteResult result = this.store
			.delete(new DeleteRequest(this.model.spec(), List.of(key), List.of(version), options));
		if (!result.failures().isEmpty()) {
			throw result.failures().get(0).cause();
		}
	}

	long byQuery(Query query, WriteOptions options) {
		if (query.limit() != null || query.offset() > 0 || query.sort().isSorted()) {
			throw new UnsupportedQueryException("Rows are deleted by a condition, without order, offset or limit",
					"find them and delete them by id");
		}
		Filter filter = new Requests(this.model, this.context).filter(Action.DELETE, query.filter());
		this.context.schemas().ensure(this.model);
		return this.store.deleteWhere(this.model.spec(), filter, options);
	}

	/**
	 * Find the keys of all rows of a range, however many: a page after the other, each
	 * row compared where the store can be asked to.
	 * @param limit how many are enough, or {@code null} for all
	 */
	List<Key> keysOf(SearchRequest request, Action action, SearchOptions options, @Nullable Integer limit) {
		boolean exact = this.store.kind().abilities().options().contains(Option.EXACT);
		SearchOptions thorough = (exact) ? options.withExact() : options;
		int page = (limit != null) ? limit : Requests.PAGE;
		Requests requests = new Requests(this.model, this.context);
		NearestRequest first = requests.nearest(request.offset(0).limit(page), Projection.key(this.model.spec()),
				action, thorough);
		this.context.schemas().ensure(this.model);
		List<Key> keys = new ArrayList<>();
		List<Hit> hits;
		do {
			hits = this.store.nearest(new NearestRequest(first.collection(), first.projection(), first.column(),
					first.vector(), first.filter(), first.range(), keys.size(), page, first.options()));
			hits.forEach((hit) -> keys.add(this.model.spec().keyOf(hit.row())));
		}
		while (hits.size() == page && limit == null);
		return keys;
	}

}
