package io.quiver.store.proxima.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.google.protobuf.Message;
import io.quiver.store.proxima.json.JsonReader;
import io.quiver.store.proxima.json.MalformedJsonException;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * A call as HTTP knows it.
 *
 * @param <A> the type of the answer
 * @param method the call
 * @param route where it goes
 * @param body what is sent, or {@code null}
 * @param answer what comes back
 * @author Quiver
 */
record HttpExchange<A extends Message>(ProximaMethod<?, A> method, HttpRoute route, byte @Nullable [] body,
		HttpBody answer) {

	static <Q extends Message, A extends Message> HttpExchange<A> of(ProximaMethod<Q, A> method, Q request,
			HttpBody answer) {
		HttpRoute route = HttpRoute.of(method, request);
		return new HttpExchange<>(method, route, (route.hasBody()) ? MessageWriter.write(request) : null, answer);
	}

	/**
	 * Send the request and wait for the answer.
	 */
	A send(RestClient client) {
		try {
			RestClient.RequestBodySpec request = client.method(this.route.verb())
				.uri(this.route.path())
				.accept(MediaType.APPLICATION_JSON);
			if (this.body != null) {
				request.contentType(MediaType.APPLICATION_JSON).body(this.body);
			}
			return request.exchangeForRequiredValue((sent, response) -> read(response));
		}
		catch (RestClientException ex) {
			throw HttpErrors.translate(this.method, ex);
		}
	}

	private A read(ClientHttpResponse response) throws IOException {
		String text = new String(this.answer.read(response.getBody()), StandardCharsets.UTF_8);
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw HttpErrors.status(this.method, response.getStatusCode().value(), text);
		}
		try {
			return message(text);
		}
		catch (MalformedJsonException ex) {
			throw HttpErrors.notJson(this.method, ex);
		}
	}

	private A message(String text) {
		A nothing = this.method.none();
		Message.Builder message = nothing.newBuilderForType();
		JsonReader reader = new JsonReader(text);
		MessageReader.readAnswer(reader, message);
		reader.end();
		@SuppressWarnings("unchecked")
		A answer = (A) message.build();
		return answer;
	}

}
