package io.quiver.data.core;

import java.util.List;

import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.StoreQueryPlanner.Demand;
import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Nearest;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.SortKey;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Queries about one entity to requests of the store, refused here if the store cannot
 * carry them out.
 *
 * @author Quiver
 */
final class Requests {

	/**
	 * How many rows are asked for at once where many are wanted.
	 */
	static final int PAGE = 1000;

	private final EntityModel<?> model;

	private final StoreQueryPlanner planner;

	private final @Nullable TextEmbedder embedder;

	Requests(EntityModel<?> model, TemplateContext context) {
		this.model = model;
		this.planner = context.planner();
		this.embedder = context.embedder();
	}

	FindRequest find(Query query, Projection projection, Action action, SearchOptions options) {
		Filter filter = filter(query.filter());
		List<SortKey> sort = SortKeys.of(this.model, query.sort());
		this.planner.check(this.model, new Demand(action, filter, sort, false, false, false, options.used()));
		int limit = (query.limit() != null) ? query.limit() : Integer.MAX_VALUE;
		return new FindRequest(this.model.spec(), projection, filter, sort, query.offset(), limit, null, options);
	}

	@Nullable Filter filter(Action action, @Nullable Filter filter) {
		Filter mapped = filter(filter);
		this.planner.check(this.model, Demand.of(action, mapped));
		return mapped;
	}

	private @Nullable Filter filter(@Nullable Filter filter) {
		return this.model.filters().mapNullable(filter);
	}

	NearestRequest nearest(SearchRequest request, Projection projection, Action action, SearchOptions options) {
		Filter filter = filter(request.filter());
		Nearest nearest = request.nearest();
		if (nearest == null || request.text() != null) {
			throw new UnsupportedQueryException("Only a search by nearness alone has a range of similarities",
					"search near a vector, without a text");
		}
		this.planner.check(this.model,
				new Demand(action, filter, List.of(), true, request.hasRange(), false, options.used()));
		return nearest(nearest, projection, filter, request.range(), request, options);
	}

	RankRequest rank(SearchRequest request, String text, Projection projection, SearchOptions options) {
		Filter filter = filter(request.filter());
		List<Integer> columns = request.textProperties()
			.stream()
			.map((property) -> StoreQueryPlanner.textColumn(this.model, property))
			.toList();
		Nearest nearest = request.nearest();
		this.planner.check(this.model, new Demand(Action.SEARCH, filter, List.of(), nearest != null,
				!request.range().isAll(), true, options.used()));
		NearestRequest fused = (nearest != null)
				? nearest(nearest, projection, filter, SimilarityRange.all(), request, options) : null;
		return new RankRequest(this.model.spec(), projection, columns, text, fused, request.alpha(), filter,
				request.offset(), request.limit(), options);
	}

	private NearestRequest nearest(Nearest nearest, Projection projection, @Nullable Filter filter,
			SimilarityRange range, SearchRequest request, SearchOptions options) {
		int column = StoreQueryPlanner.vectorColumn(this.model, nearest.property());
		VectorColumn vectorColumn = (VectorColumn) this.model.spec().columns().get(column);
		float[] vector = (nearest.vector() != null) ? nearest.vector().toFloatArray() : embed(nearest);
		RowChecks.checkVector(
				() -> "Search near '%s' of %s".formatted(nearest.property(),
						this.model.entity().getType().getSimpleName()),
				vectorColumn, vector, "search by another vector");
		return new NearestRequest(this.model.spec(), projection, column, vector, filter, range, request.offset(),
				request.limit(), options);
	}

	private float[] embed(Nearest nearest) {
		String text = nearest.text();
		if (this.embedder == null || text == null) {
			throw new InvalidDataAccessApiUsageException(
					"A text was given to search near '%s', but there is no TextEmbedder; define a bean of it, or give a vector"
						.formatted(nearest.property()));
		}
		float[] vector = this.embedder.embed(text);
		if (vector == null) {
			throw new InvalidDataAccessApiUsageException(
					"The TextEmbedder gave no vector for the text to search near '%s'; it must return one for every text"
						.formatted(nearest.property()));
		}
		return vector;
	}

}
