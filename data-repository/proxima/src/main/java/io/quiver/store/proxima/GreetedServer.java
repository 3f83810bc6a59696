package io.quiver.store.proxima;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.google.protobuf.Message;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreFaults;
import io.quiver.store.proxima.proto.GetVersionRequest;
import io.quiver.store.proxima.proto.GetVersionResponse;
import io.quiver.store.proxima.wire.ProximaMethod;
import io.quiver.store.proxima.wire.ProximaTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

/**
 * The server at the other end, whose version is asked for before anything else. What it
 * answers well once is not asked again; calls that begin before that answer each ask.
 *
 * @author Quiver
 */
final class GreetedServer {

	private static final GetVersionRequest VERSION = GetVersionRequest.getDefaultInstance();

	private final ProximaTransport transport;

	private final boolean versionCheck;

	private final String address;

	private final String protocol;

	private volatile @Nullable String version;

	private volatile boolean known;

	GreetedServer(ProximaTransport transport, boolean versionCheck, String address, String protocol) {
		this.transport = transport;
		this.versionCheck = versionCheck;
		this.address = address;
		this.protocol = protocol;
		this.known = !versionCheck;
	}

	/**
	 * Make a call once.
	 * @return the answer, whatever its status
	 */
	<Q extends Message, A extends Message> A call(ProximaMethod<Q, A> method, Q request, Deadline deadline) {
		if (!this.known && method != ProximaMethod.GET_VERSION) {
			try {
				greet(this.transport.call(ProximaMethod.GET_VERSION, VERSION, deadline));
			}
			catch (DataAccessException ex) {
				throw notSent(method, ex);
			}
		}
		checkTime(method, deadline);
		return this.transport.call(method, request, deadline);
	}

	/**
	 * Begin a call once.
	 * @return the answer to come, whatever its status
	 */
	<Q extends Message, A extends Message> CompletableFuture<A> callAsync(ProximaMethod<Q, A> method, Q request,
			Deadline deadline) {
		if (this.known || method == ProximaMethod.GET_VERSION) {
			checkTime(method, deadline);
			return this.transport.callAsync(method, request, deadline);
		}
		return new TwoSteps<>(this.transport.callAsync(ProximaMethod.GET_VERSION, VERSION, deadline), (answer) -> {
			greet(answer);
			checkTime(method, deadline);
			return this.transport.callAsync(method, request, deadline);
		}, (failure) -> (failure instanceof DataAccessException ex) ? notSent(method, ex) : failure);
	}

	private static void checkTime(ProximaMethod<?, ?> method, Deadline deadline) {
		if (deadline.isOver()) {
			throw new NotSentException("%s was not sent: its time was over before".formatted(method),
					new QueryTimeoutException("The call did not begin in its time"));
		}
	}

	/**
	 * Return whether values go as text, which keeps six digits of a number and no escape.
	 */
	boolean isText() {
		return this.protocol.equals("http");
	}

	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		if (!this.address.isEmpty()) {
			details.put("address", this.address);
		}
		details.put("transport", this.protocol);
		String told = this.version;
		if (told != null) {
			details.put("version", told);
		}
		return details;
	}

	/**
	 * Ask for the version again.
	 */
	void probe(Deadline deadline) {
		greet(this.transport.call(ProximaMethod.GET_VERSION, VERSION, deadline));
	}

	/**
	 * Note the version of an answer, and see whether we speak it.
	 */
	private void greet(GetVersionResponse answer) {
		if (answer.getStatus().getCode() != StatusCodes.SUCCESS) {
			throw ProximaErrors.translate("Asking for the server's version", answer.getStatus());
		}
		this.version = answer.getVersion();
		if (this.versionCheck) {
			ServerVersion.check(answer.getVersion(), this.address);
		}
		this.known = true;
	}

	/**
	 * A failure of the system before the call itself is sent leaves no doubt about it.
	 */
	private static DataAccessException notSent(ProximaMethod<?, ?> method, DataAccessException cause) {
		if (!StoreFaults.isFault(cause)) {
			return cause;
		}
		return new NotSentException("%s was not sent, since the server did not tell its version before: %s"
			.formatted(method, cause.getMessage()), cause);
	}

	void close() {
		this.transport.close();
	}

}
