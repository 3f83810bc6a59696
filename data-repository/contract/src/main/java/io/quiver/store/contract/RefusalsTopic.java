package io.quiver.store.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.Option;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.SortKey;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a store does not declare it refuses, and does nothing.
 *
 * @author Quiver
 */
final class RefusalsTopic extends Topic {

	private final CollectionSpec spec;

	private final Map<String, Runnable> undeclared = new TreeMap<>();

	RefusalsTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.string("text"), Shape.number("size"),
				Shape.vector("vector", 2, Metric.EUCLIDEAN));
	}

	private Row row(int number) {
		return this.shape.row(number, "t", 1L, new float[] { 1, 2 });
	}

	private void fill() {
		create(this.spec);
		save(this.spec, row(1), row(2));
	}

	private void lacking(Ability ability, Runnable call) {
		if (!this.abilities.has(ability)) {
			this.undeclared.put(ability.name(), call);
		}
	}

	private NearestRequest nearest(SearchOptions options) {
		return new NearestRequest(this.spec, Projection.key(this.spec), this.spec.indexOf("vector"),
				new float[] { 1, 2 }, this.shape.everything(), SimilarityRange.all(), 0, 5, options);
	}

	private FindRequest find(Filter filter, List<SortKey> sort, SearchOptions options) {
		return new FindRequest(this.spec, Projection.key(this.spec), filter, sort, 0, 10, null, options);
	}

	private void assertRefused() {
		this.undeclared.forEach((what, call) -> assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.as("without %s", what)
			.isThrownBy(call::run)
			.satisfies((ex) -> assertThat(ex.getMessage()).isNotBlank()));
		assertThat(read(this.spec, 1)).isEqualTo(row(1));
		assertThat(read(this.spec, 2)).isEqualTo(row(2));
		assertThat(read(this.spec, 3)).isNull();
	}

	@Behaviour("refuses the kinds of writes that it does not declare")
	void writes() {
		fill();
		lacking(Ability.INSERT, () -> write(this.spec, WriteMode.INSERT, row(3)));
		lacking(Ability.UPDATE, () -> write(this.spec, WriteMode.UPDATE, row(1)));
		lacking(Ability.MERGE, () -> write(this.spec, WriteMode.MERGE, row(1)));
		lacking(Ability.VERSION,
				() -> this.store.delete(new DeleteRequest(this.spec, keysOf(1), List.of(1L), WriteOptions.none())));
		lacking(Ability.ADD_COLUMNS, () -> this.store.addColumns(this.spec));
		assertRefused();
	}

	@Behaviour("refuses the kinds of reads that it does not declare")
	void reads() {
		fill();
		lacking(Ability.TEXT, () -> this.store.rank(new RankRequest(this.spec, Projection.key(this.spec), List.of(1),
				"t", null, 0, this.shape.everything(), 0, 5, SearchOptions.none())));
		lacking(Ability.HYBRID, () -> this.store.rank(new RankRequest(this.spec, Projection.key(this.spec), List.of(1),
				"t", nearest(SearchOptions.none()), 0.5, this.shape.everything(), 0, 5, SearchOptions.none())));
		lacking(Ability.NEAREST, () -> this.store.nearest(nearest(SearchOptions.none())));
		lacking(Ability.LIST, () -> this.store.find(new FindRequest(this.spec, Projection.key(this.spec), null,
				List.of(), 0, 10, null, SearchOptions.none())));
		assertRefused();
	}

	@Behaviour("refuses the conditions and orders that its rules object to")
	void rules() {
		fill();
		Filter filter = this.shape.within(where("size").gte(0L));
		List<SortKey> sort = List.of(new SortKey(this.spec.indexOf("size"), false, false));
		if (!canFind(filter, this.spec)) {
			this.undeclared.put("find", () -> this.store.find(find(filter, List.of(), SearchOptions.none())));
		}
		if (this.abilities.count().objection(filter, this.spec) != null) {
			this.undeclared.put("count", () -> this.store.count(this.spec, filter, SearchOptions.none()));
		}
		if (this.abilities.delete().objection(filter, this.spec) != null) {
			this.undeclared.put("delete", () -> this.store.deleteWhere(this.spec, filter, WriteOptions.none()));
		}
		if (this.abilities.nearest().objection(filter, this.spec) != null) {
			this.undeclared.put("nearest",
					() -> this.store.nearest(new NearestRequest(this.spec, Projection.key(this.spec),
							this.spec.indexOf("vector"), new float[] { 1, 2 }, filter, SimilarityRange.all(), 0, 5,
							this.shape.nearestOptions())));
		}
		if (!canSort(sort, this.spec)) {
			this.undeclared.put("sort", () -> this.store.find(find(filter, sort, SearchOptions.none())));
		}
		assertRefused();
	}

	@Behaviour("refuses the options of reads that it does not declare")
	void readOptions() {
		fill();
		Map<Option, SearchOptions> options = Map.of(Option.TENANT, SearchOptions.none().withTenant("t"),
				Option.CONSISTENCY, SearchOptions.none().withConsistency("c"), Option.PARTITIONS,
				SearchOptions.none().withPartitions("p"), Option.TIMEOUT,
				SearchOptions.none().withTimeout(Duration.ofSeconds(9)), Option.EF, SearchOptions.none().withEf(9),
				Option.EXACT, SearchOptions.none().withExact());
		options.forEach((option, read) -> {
			if (!this.abilities.options().contains(option)) {
				this.undeclared.put("get with " + option,
						() -> this.store.get(this.spec, keysOf(1), Projection.all(this.spec), read));
				this.undeclared.put("nearest with " + option, () -> this.store.nearest(nearest(read)));
				this.undeclared.put("count with " + option,
						() -> this.store.count(this.spec, this.shape.everything(), read));
				this.undeclared.put("find with " + option,
						() -> this.store.find(find(this.shape.within(where("size").is(1L)), List.of(), read)));
			}
		});
		assertRefused();
	}

	@Behaviour("refuses the options of writes that it does not declare")
	void writeOptions() {
		fill();
		Map<Option, WriteOptions> options = Map.of(Option.TENANT, WriteOptions.none().withTenant("t"),
				Option.CONSISTENCY, WriteOptions.none().withConsistency("c"), Option.PARTITIONS,
				WriteOptions.none().withPartition("p"), Option.TIMEOUT,
				WriteOptions.none().withTimeout(Duration.ofSeconds(9)), Option.TTL,
				WriteOptions.none().withTtl(Duration.ofSeconds(9)));
		options.forEach((option, write) -> {
			if (!this.abilities.options().contains(option)) {
				this.undeclared.put("write with " + option, () -> this.store.write(new WriteRequest(this.spec,
						WriteMode.SAVE, Projection.all(this.spec), List.of(row(3)), null, write)));
				this.undeclared.put("delete with " + option,
						() -> this.store.delete(new DeleteRequest(this.spec, keysOf(1), null, write)));
				this.undeclared.put("delete by condition with " + option,
						() -> this.store.deleteWhere(this.spec, this.shape.everything(), write));
			}
		});
		assertRefused();
	}

	@Behaviour("refuses to create a collection that its rule objects to")
	void shapes() {
		fill();
		for (ColumnType type : ColumnType.values()) {
			Column[] columns = { Shape.value("value", type), Shape.vector("vector", 2, Metric.EUCLIDEAN) };
			CollectionSpec other = this.shape.spec(this.name + "_" + type, columns);
			if (this.abilities.shape().objection(other) != null) {
				this.undeclared.put("columns of type " + type, () -> this.store.create(other));
			}
		}
		assertRefused();
		assertThat(this.store.collections()).noneMatch((each) -> each.startsWith(this.name + "_"));
	}

}
