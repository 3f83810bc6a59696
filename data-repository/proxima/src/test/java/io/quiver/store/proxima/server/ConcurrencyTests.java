package io.quiver.store.proxima.server;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.quiver.store.proxima.proto.OperationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the server keeps its word to many clients at once.
 *
 * @author Quiver
 */
class ConcurrencyTests {

	private static final int CLIENTS = 8;

	private final ProximaServer server = new ProximaServer();

	private final Iris iris = new Iris(this.server);

	private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

	@BeforeEach
	void start() {
		this.server.start();
		this.iris.stub().createCollection(Iris.config());
	}

	@AfterEach
	void close() {
		this.threads.shutdownNow();
		this.iris.close();
		this.server.close();
	}

	private <T> List<T> atOnce(Callable<T> call) throws Exception {
		List<Future<T>> calls = this.threads.invokeAll(IntStream.range(0, CLIENTS).mapToObj((i) -> call).toList());
		return calls.stream().map(ConcurrencyTests::result).toList();
	}

	private static <T> T result(Future<T> call) {
		try {
			return call.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void ofInsertsOfOneKeyOnlyOneSucceeds() throws Exception {
		List<Integer> codes = atOnce(() -> this.iris.stub().write(Iris.insert(1)).getCode());
		assertThat(codes).containsOnly(0, -4001).containsOnlyOnce(0);
		assertThat(this.iris.stats().getTotalDocCount()).isEqualTo(1);
	}

	@Test
	void ofCreationsOfOneCollectionOnlyOneSucceeds() throws Exception {
		this.iris.stub().dropCollection(Iris.name());
		List<Integer> codes = atOnce(() -> this.iris.stub().createCollection(Iris.config()).getCode());
		assertThat(codes).containsOnly(0, -4000).containsOnlyOnce(0);
	}

	@Test
	void queriesSeeWritesWholeWhileOthersWrite() throws Exception {
		long[] keys = LongStream.rangeClosed(1, 50).toArray();
		this.iris.stub().write(Iris.insert(keys));
		atOnce(() -> {
			for (int i = 0; i < 50; i++) {
				assertThat(this.iris.stub().write(Iris.write(OperationType.OP_UPDATE, keys)).getCode()).isZero();
				assertThat(this.iris.found(100)).hasSize(50);
			}
			return true;
		});
		assertThat(this.iris.stats().getTotalDocCount()).isEqualTo(50 + CLIENTS * 50 * 50);
	}

}
