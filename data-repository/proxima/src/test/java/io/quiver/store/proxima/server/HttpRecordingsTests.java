package io.quiver.store.proxima.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the HTTP door answers as the real one has been recorded to.
 *
 * @author Quiver
 */
class HttpRecordingsTests extends Replay {

	private static final Pattern MAGIC_NUMBER = Pattern.compile("\"magic_number\":\"([1-9]\\d*)\"");

	/** The numbers of today for those that were recorded. */
	private final Map<String, String> magicNumbers = new HashMap<>();

	@AfterEach
	void close() {
		server().close();
	}

	@TestFactory
	Stream<DynamicNode> answersAsRecorded() {
		return tests("http.txt");
	}

	@Override
	void replay(Recording recording) {
		split(recording.call(), (how, call) -> {
			RawHttp.Answer answer = how.containsKey("client") ? sendByJava(how, call, recording.body())
					: send(how, call, recording.body());
			learn(recording.answer(), answer.body());
			assertThat(head(answer)).isEqualTo(recording.outcome());
			assertThat(Likeness.of(answer.body())).isEqualTo(Likeness.of(withPorts(recording.answer())));
		});
	}

	private static String head(RawHttp.Answer answer) {
		String allowed = answer.headers().getOrDefault("Allowed", "");
		return answer.status() + " " + answer.headers().get("Content-Type")
				+ (allowed.isEmpty() ? "" : " Allowed=" + allowed);
	}

	private RawHttp.Answer send(Map<String, String> how, String call, String body) {
		String[] words = call.split(" ");
		var address = how.containsKey("grpc-port") ? server().address() : server().httpAddress();
		return RawHttp.send(address, words[0], words[1], withMagicNumbers(body));
	}

	private String withMagicNumbers(String body) {
		String text = body;
		for (Map.Entry<String, String> number : this.magicNumbers.entrySet()) {
			text = text.replace(number.getKey(), number.getValue());
		}
		return text;
	}

	private void learn(String recorded, String answered) {
		Matcher then = MAGIC_NUMBER.matcher(recorded);
		Matcher now = MAGIC_NUMBER.matcher(answered);
		while (then.find() && now.find()) {
			this.magicNumbers.put(then.group(1), now.group(1));
		}
	}

	/**
	 * Java's own client would like to go on in HTTP 2, which the server does not take up.
	 */
	private RawHttp.Answer sendByJava(Map<String, String> how, String call, String body) {
		String[] words = call.split(" ");
		BodyPublisher publisher = BodyPublishers.ofString(body);
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + server().httpAddress().getPort() + words[1]))
			.timeout(Duration.ofMinutes(1))
			.method(words[0], how.containsKey("chunked") ? BodyPublishers.fromPublisher(publisher) : publisher)
			.build();
		HttpResponse<String> response = HttpClient.newBuilder()
			.version(HttpClient.Version.valueOf(how.get("client")))
			.build()
			.sendAsync(request, BodyHandlers.ofString())
			.join();
		assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
		assertThat(response.headers().map().keySet()).containsExactlyInAnyOrder("content-length", "content-type");
		return new RawHttp.Answer(response.statusCode(),
				Map.of("Content-Type", response.headers().firstValue("content-type").orElse("")), response.body());
	}

}
