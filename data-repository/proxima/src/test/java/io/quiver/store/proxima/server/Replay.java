package io.quiver.store.proxima.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Replays recordings: a test for each, in order.
 *
 * @author Quiver
 */
abstract class Replay {

	/** The version that the recorded server said it was. */
	private static final String VERSION = "0.2.0-10-g23c9510";

	private ProximaServer server = newServer();

	ProximaServer server() {
		return this.server;
	}

	private static ProximaServer newServer() {
		ProximaServer server = new ProximaServer();
		server.version(VERSION);
		server.flushed(false);
		server.start();
		return server;
	}

	Stream<DynamicNode> tests(String name) {
		Map<String, List<Recording>> sections = Recording.read(name)
			.stream()
			.collect(Collectors.groupingBy(Recording::section, LinkedHashMap::new, Collectors.toList()));
		return sections.entrySet()
			.stream()
			.map((section) -> DynamicContainer.dynamicContainer(section.getKey(),
					section.getValue().stream().map(this::test)));
	}

	private DynamicTest test(Recording recording) {
		return DynamicTest.dynamicTest(recording.title(), () -> {
			recording.before().forEach(this::prepare);
			if (recording.deviation() == null) {
				replay(recording);
			}
			else {
				assertThatExceptionOfType(AssertionError.class).as(recording.deviation())
					.isThrownBy(() -> replay(recording));
			}
		});
	}

	private void prepare(String step) {
		switch (step) {
			case "new server" -> {
				this.server.close();
				this.server = newServer();
			}
			case "restart" -> this.server.restart();
			default -> perform(step);
		}
	}

	/** Do what was not recorded. It must succeed. */
	void perform(String step) {
		String[] words = step.split(" ", 3);
		RawHttp.Answer answer = RawHttp.send(this.server.httpAddress(), words[0], words[1],
				(words.length > 2) ? words[2] : "");
		assertThat(answer.body()).as(step).isEqualTo("{\"code\":0,\"reason\":\"Success\"}");
	}

	/** Ask again and compare the answer. */
	abstract void replay(Recording recording);

	/** Put the ports of today into what the server said of its own. */
	String withPorts(String text) {
		return text.replace(":16000]", ":" + this.server.address().getPort() + "]")
			.replace(":16001]", ":" + this.server.httpAddress().getPort() + "]");
	}

	/** Give how a call is made, and the rest of the line. */
	static void split(String line, BiConsumer<Map<String, String>, String> call) {
		Map<String, String> how = new LinkedHashMap<>();
		String rest = line;
		while (rest.matches("(gzip|chunked|[a-z]+-port|[a-z]+=\\S+) .*")) {
			String[] words = rest.split(" ", 2);
			String[] pair = words[0].split("=", 2);
			how.put(pair[0], (pair.length > 1) ? pair[1] : "");
			rest = words[1];
		}
		call.accept(how, rest);
	}

}
