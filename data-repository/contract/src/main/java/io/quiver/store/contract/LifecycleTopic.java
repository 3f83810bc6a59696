package io.quiver.store.contract;

import java.time.Duration;
import java.util.List;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.policy.Deadline;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * A store ends, and some begin again where they ended. Unlike other topics this one is
 * told what to do by the suite, since it needs stores that it may close.
 *
 * @author Quiver
 */
final class LifecycleTopic extends Topic {

	private static final int ROWS = 300;

	private final CollectionSpec spec;

	LifecycleTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.string("text"), Shape.number("size"),
				Shape.vector("vector", 2, Metric.EUCLIDEAN));
	}

	private Row row(int number) {
		return this.shape.row(number, "t" + number, (long) number, new float[] { number, 1 });
	}

	/** Ends with a closed store. */
	void refusesCallsAfterClose() {
		this.store.create(this.spec);
		save(this.spec, row(1));
		this.store.drop(this.name);
		this.store.close();
		assertThatNoException().isThrownBy(this.store::close);
		assertClosed(() -> this.store.probe(soon()));
		assertClosed(() -> this.store.collections());
		assertClosed(() -> this.store.describe(this.name));
		assertClosed(() -> this.store.create(this.spec));
		assertClosed(() -> this.store.drop(this.name));
		assertClosed(() -> this.store.stats(this.name));
		assertClosed(() -> write(this.spec, WriteMode.SAVE, row(1)));
		assertClosed(() -> read(this.spec, 1));
		assertClosed(() -> this.store.delete(DeleteRequest.of(this.spec, keysOf(1))));
		if (canFind(this.shape.everything(), this.spec)) {
			assertClosed(() -> keys(this.spec, this.shape.everything()));
		}
		assertThat(this.store.name()).isNotBlank();
		assertThat(this.store.kind()).isNotNull();
	}

	void givesASignOfLife() {
		assertThat(this.store.probe(soon())).containsAllEntriesOf(this.store.details());
	}

	private static Deadline soon() {
		return Deadline.after(Duration.ofMinutes(1));
	}

	private static void assertClosed(Runnable call) {
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(call::run)
			.withCauseInstanceOf(IllegalStateException.class);
	}

	/** Leaves behind what {@link #findsAgain} looks for, and a closed store. */
	LifecycleTopic leaves() {
		this.store.create(this.spec);
		save(this.spec, ROWS, (i) -> new @Nullable Object[] { "t" + i, (long) i, new float[] { i, 1 } });
		save(this.spec, this.shape.row(7, "changed", null, null));
		this.store.delete(DeleteRequest.of(this.spec, keysOf(8)));
		this.store.close();
		return this;
	}

	void findsAgain(RowStore reopened) {
		assertThat(reopened.collections()).contains(this.name);
		assertThat(reopened.describe(this.spec)).isEqualTo(this.spec);
		assertThat(reopened.get(this.spec, keysOf(0, 7, 8, ROWS - 1), Projection.all(this.spec), SearchOptions.none()))
			.containsExactly(row(0), this.shape.row(7, "changed", null, null), null, row(ROWS - 1));
		if (canFind(this.shape.everything(), this.spec)) {
			List<Row> rows = reopened.find(new FindRequest(this.spec, Projection.key(this.spec),
					this.shape.everything(), List.of(), 0, 2 * ROWS, null, SearchOptions.none()));
			assertThat(rows).hasSize(ROWS - 1);
		}
		assertThat(reopened.drop(this.name)).isTrue();
	}

}
