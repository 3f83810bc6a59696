package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import org.jspecify.annotations.Nullable;

/**
 * Stores with the faults that real ones have, each under the suite that must find it.
 *
 * @author Quiver
 */
final class BrokenStores {

	private BrokenStores() {
	}

	/** SQL's idea of null: "not equal" does not hold where there is no value. */
	static class ThreeValuedNullsTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public List<Row> find(FindRequest request) {
					return super.find(new FindRequest(request.collection(), request.projection(),
							rewrite(request.filter()), request.sort(), request.offset(), request.limit(),
							request.after(), request.options()));
				}
			};
		}

		private static @Nullable Filter rewrite(@Nullable Filter filter) {
			return (filter instanceof Filter.Not not && not.filter() instanceof Filter.Comparison comparison)
					? Filter.and(filter, Filter.where(comparison.field()).isNotNull()) : filter;
		}

	}

	/** Takes one page of a batch and calls it stored. */
	static class LostRowsTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public WriteResult write(WriteRequest request) {
					int rows = request.rows().size();
					List<Row> kept = request.rows().subList(0, Math.min(1000, rows));
					super.write(new WriteRequest(request.collection(), request.mode(), request.columns(), kept,
							request.expectedVersions(), request.options()));
					return WriteResult.allStored(rows);
				}
			};
		}

	}

	/** Says that all is stored whatever happened. */
	static class SilentFailuresTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public WriteResult write(WriteRequest request) {
					super.write(request);
					return WriteResult.allStored(request.rows().size());
				}
			};
		}

	}

	/** Inserts by looking first, as two threads do here before either stores. */
	static class CheckThenPutTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			CountDownLatch looked = new CountDownLatch(2);
			return new ReferenceStore(name) {
				@Override
				public WriteResult write(WriteRequest request) {
					if (request.mode() != WriteMode.INSERT) {
						return super.write(request);
					}
					Row row = request.rows().get(0);
					boolean there = get(request.collection(), List.of(request.collection().keyOf(row)),
							Projection.key(request.collection()), SearchOptions.none())
						.get(0) != null;
					looked.countDown();
					try {
						looked.await(1, TimeUnit.SECONDS);
					}
					catch (InterruptedException ex) {
						Thread.currentThread().interrupt();
					}
					return super.write(
							(there) ? request : WriteRequest.of(request.collection(), WriteMode.SAVE, request.rows()));
				}
			};
		}

	}

	/** The farthest first. */
	static class WrongOrderTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public List<Hit> nearest(NearestRequest request) {
					List<Hit> hits = new ArrayList<>(super.nearest(request));
					Collections.reverse(hits);
					return hits;
				}
			};
		}

	}

	/** The square of the distance, as many libraries have it. */
	static class SquaredScoresTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public List<Hit> nearest(NearestRequest request) {
					return super.nearest(request).stream()
						.map((hit) -> new Hit(hit.row(), hit.score() * hit.score()))
						.toList();
				}
			};
		}

	}

	/** Filters what the index found instead of finding what the filter leaves. */
	static class FilterAfterwardsTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public List<Hit> nearest(NearestRequest request) {
					CollectionSpec spec = request.collection();
					List<Row> left = find(new FindRequest(spec, Projection.key(spec), request.filter(), List.of(), 0,
							100_000, null, SearchOptions.none()));
					NearestRequest unfiltered = new NearestRequest(spec, request.projection(), request.column(),
							request.vector(), null, request.range(), request.offset(), request.limit(),
							request.options());
					return super.nearest(unfiltered).stream()
						.filter((hit) -> request.projection().equals(Projection.all(spec))
								&& left.contains(Row.of(hit.row().get(0))))
						.toList();
				}
			};
		}

	}

	/** Stops after one page of deletes. */
	static class OnePageOfDeletesTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options) {
					List<Row> page = find(new FindRequest(collection, Projection.key(collection), filter, List.of(), 0,
							1000, null, SearchOptions.none()));
					return delete(DeleteRequest.of(collection, page.stream().map(collection::keyOf).toList()))
						.affected();
				}
			};
		}

	}

	/** Goes on behind the place as if it were the key alone. */
	static class ForgetfulScrollTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public List<Row> find(FindRequest request) {
					return super.find((request.after() == null || request.sort().isEmpty()) ? request
							: new FindRequest(request.collection(), request.projection(), request.filter(),
									request.sort(), 1, request.limit(), request.after(), request.options()));
				}
			};
		}

	}

	/** Passes for the embedded engine, but cannot search text. */
	static class DeclaresTooLittleTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			Abilities abilities = Abilities.of((declared) -> declared.can(Ability.LIST, Ability.NEAREST)
				.find(FilterRule.all())
				.nearest(FilterRule.all()));
			return new ReferenceStore(name, new StoreKind("embedded", abilities));
		}

	}

	/** Declares nothing, but does everything. */
	static class DeclaresNothingTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public StoreKind kind() {
					return new StoreKind("secretive", Abilities.of((declared) -> {
					}));
				}
			};
		}

	}

	/** Answers as if nothing had happened. */
	static class NeverClosedTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name) {
				@Override
				public void close() {
				}
			};
		}

	}

	/** Begins empty each time. */
	static class ForgetfulTests extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ReferenceStore(name);
		}

		@Override
		protected RowStore reopen() {
			return new ReferenceStore("reopened");
		}

	}

	/** The farthest first, as entities see it. */
	static class WrongOrderOfEntitiesTests extends VectorTemplateContract {

		@Override
		protected RowStore open(String name) {
			return new WrongOrderTests().open(name);
		}

	}

	/** The farthest first, as repositories see it. */
	static class WrongOrderOfRepositoriesTests extends VectorRepositoryContract {

		@Override
		protected RowStore open(String name) {
			return new WrongOrderTests().open(name);
		}

	}

	/** Says that all is stored, as entities see it. */
	static class SilentFailuresOfEntitiesTests extends VectorTemplateContract {

		@Override
		protected RowStore open(String name) {
			return new SilentFailuresTests().open(name);
		}

	}

}
