package io.quiver.store.proxima.server;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.quiver.store.proxima.proto.QueryResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the gRPC door answers as the real one has been recorded to.
 *
 * @author Quiver
 */
@Tag("any-java")
class GrpcRecordingsTests extends Replay {

	/**
	 * For each window a channel of its own, which is what the windows' fill depends on.
	 */
	private final Map<String, ManagedChannel> channels = new HashMap<>();

	@AfterEach
	void close() {
		this.channels.values().forEach(ManagedChannel::shutdownNow);
		server().close();
	}

	@TestFactory
	Stream<DynamicNode> answersAsRecorded() {
		return tests("grpc.txt");
	}

	@Override
	void perform(String step) {
		if (step.startsWith("POST ")) {
			super.perform(step);
			return;
		}
		split(step, (how, call) -> {
			GrpcCall write = GrpcCall.of(call, how);
			how.putIfAbsent("window", "steps");
			assertThat(print(write.send(channel(how), options(how)), write)).isEqualTo("reason: \"Success\"\n");
		});
	}

	@Override
	void replay(Recording recording) {
		split(recording.call() + " ", (how, call) -> {
			GrpcCall grpc = GrpcCall.of(call.strip(), how);
			String[] outcome = recording.outcome().split(" ", 2);
			if (outcome[0].equals("OK")) {
				compare(grpc, grpc.send(channel(how), options(how)), outcome[1]);
			}
			else {
				compareFailure(grpc, how, outcome);
			}
		});
	}

	private void compare(GrpcCall call, byte[] answer, String recorded) {
		Message message = parse(answer, call);
		if (recorded.endsWith(" documents")) {
			long count = ((QueryResponse) message).getResults(0).getDocumentsCount();
			assertThat(count + " documents").isEqualTo(recorded);
			return;
		}
		Message expected = call.sized(text(recorded, call.answer()));
		assertThat(Likeness.of(message)).isEqualTo(Likeness.of(expected));
	}

	private void compareFailure(GrpcCall call, Map<String, String> how, String[] outcome) {
		try {
			String answer = print(call.send(channel(how), options(how)), call);
			throw new AssertionError("Answered: " + answer);
		}
		catch (StatusRuntimeException ex) {
			assertThat(ex.getStatus().getCode()).hasToString(outcome[0]);
			assertThat(String.valueOf(ex.getStatus().getDescription()))
				.contains(withPorts((outcome.length > 1) ? outcome[1] : ""));
		}
	}

	private static Message parse(byte[] answer, GrpcCall call) {
		try {
			return call.answer().getParserForType().parseFrom(answer);
		}
		catch (InvalidProtocolBufferException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String print(byte[] answer, GrpcCall call) {
		return TextFormat.printer().printToString(parse(answer, call));
	}

	static Message text(String text, Message prototype) {
		try {
			Message.Builder builder = prototype.newBuilderForType();
			TextFormat.merge(text, builder);
			return builder.build();
		}
		catch (TextFormat.ParseException ex) {
			throw new IllegalArgumentException(text, ex);
		}
	}

	private static CallOptions options(Map<String, String> how) {
		CallOptions options = CallOptions.DEFAULT;
		if (how.containsKey("gzip")) {
			options = options.withCompression("gzip");
		}
		if (how.containsKey("deadline")) {
			options = options.withDeadlineAfter(1, TimeUnit.NANOSECONDS);
		}
		return options;
	}

	private ManagedChannel channel(Map<String, String> how) {
		String window = how.getOrDefault("window", "");
		if (how.containsKey("http-port")) {
			return this.channels.computeIfAbsent("http", (key) -> open(server().httpAddress(), window));
		}
		if (how.containsKey("no-port")) {
			return this.channels.computeIfAbsent("none",
					(key) -> open(new InetSocketAddress(server().address().getAddress(), 1), window));
		}
		return this.channels.computeIfAbsent(window, (key) -> open(server().address(), window));
	}

	private static ManagedChannel open(InetSocketAddress address, String window) {
		NettyChannelBuilder builder = NettyChannelBuilder.forAddress(address)
			.usePlaintext()
			.maxInboundMessageSize(Integer.MAX_VALUE);
		if (window.matches("\\d+")) {
			builder.flowControlWindow(Integer.parseInt(window));
		}
		return builder.build();
	}

}
