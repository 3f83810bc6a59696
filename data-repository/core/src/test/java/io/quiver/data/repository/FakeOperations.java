package io.quiver.data.repository;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.quiver.data.core.EntityQuery;
import io.quiver.data.core.QueryPlanner;
import io.quiver.data.core.QueryShape;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.repository.support.VectorRepositoryFactory;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import org.mockito.ArgumentCaptor;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Window;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;

/**
 * Operations that record what they are asked and answer with given results.
 */
@SuppressWarnings("unchecked")
public class FakeOperations {

	public final VectorOperations operations = mock();

	public final QueryPlanner planner = mock();

	public final RowStore store = mock();

	public final EntityQuery<Object> reads = mock();

	public FakeOperations() {
		given(this.operations.mappingContext()).willReturn(new VectorMappingContext());
		given(this.operations.planner()).willReturn(this.planner);
		given(this.operations.store()).willReturn(this.store);
		given(this.store.name()).willReturn("default");
		kind(Abilities.of((abilities) -> {
		}));
		given(this.planner.describe(any())).willReturn("a plan");
		given(this.operations.query(any(Class.class))).willReturn(this.reads);
		given(this.reads.as(any(Class.class))).willReturn(this.reads);
		results();
	}

	public FakeOperations kind(Abilities abilities) {
		given(this.store.kind()).willReturn(new StoreKind("fake", abilities));
		return this;
	}

	/**
	 * Answer every read with the same results, the first one the most similar.
	 * @param results the results
	 * @return this
	 */
	public FakeOperations results(Object... results) {
		List<Object> list = List.of(results);
		given(this.reads.find(any())).willReturn(list);
		given(this.reads.findAsync(any())).willReturn(CompletableFuture.completedFuture(list));
		given(this.reads.stream(any())).willAnswer((call) -> list.stream());
		willAnswer((call) -> new PageImpl<>(list, call.getArgument(1, Pageable.class), 100)).given(this.reads)
			.findPage(any(), any());
		given(this.reads.scroll(any(), any()))
			.willReturn(Window.from(list, (index) -> ScrollPosition.offset(index), true));
		SearchResults<Object> found = new SearchResults<>(
				Stream.of(results).map((result) -> new SearchResult<>(result, Similarity.of(0.9))).toList());
		given(this.reads.search(any())).willReturn(found);
		given(this.reads.searchAsync(any())).willReturn(CompletableFuture.completedFuture(found));
		return this;
	}

	public <R> R repository(Class<R> type) {
		return new VectorRepositoryFactory(this.operations).getRepository(type);
	}

	public Query found() {
		ArgumentCaptor<Query> query = ArgumentCaptor.captor();
		then(this.reads).should().find(query.capture());
		return query.getValue();
	}

	public SearchRequest searched() {
		ArgumentCaptor<SearchRequest> request = ArgumentCaptor.captor();
		then(this.reads).should().search(request.capture());
		return request.getValue();
	}

	public QueryShape planned() {
		ArgumentCaptor<QueryShape> shape = ArgumentCaptor.captor();
		then(this.planner).should(atLeastOnce()).objection(shape.capture());
		return shape.getValue();
	}

}
