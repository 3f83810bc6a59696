package io.quiver.store.proxima.grpc;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;

import javax.net.ssl.SSLHandshakeException;

import io.grpc.Status;
import io.quiver.data.policy.NotSentException;
import io.quiver.store.proxima.wire.ProximaMethod;
import io.quiver.store.proxima.wire.RootCause;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The failures of a channel in Spring's words. A call was certainly not sent if the cause
 * says that no connection came about, or if gRPC says that the call was still waiting for
 * one. The server itself never ends a call it understands with anything but OK.
 *
 * @author Quiver
 */
final class GrpcErrors {

	private static final Set<Class<? extends Throwable>> NO_CONNECTION = Set.of(ConnectException.class,
			NoRouteToHostException.class, UnknownHostException.class, UnresolvedAddressException.class,
			SSLHandshakeException.class);

	/** What gRPC notes of a call that has no connection yet. */
	private static final String WAITING = "was_still_waiting";

	/** What it notes of one that has, or had one at an earlier try of its own. */
	private static final String CONNECTED = "remote_addr";

	private static final String CURE = "raise it by the property quiver.stores.<name>.proxima.max-message-size, or for a channel of your own"
			+ " by NettyChannelBuilder.flowControlWindow and maxInboundMessageSize";

	private static final String WINDOW = "FLOW_CONTROL_ERROR";

	private static final String SHUT_DOWN = "Channel shutdown";

	/** What it says of calls that were under way; later ones find it shut down. */
	private static final String SHUT_DOWN_MEANWHILE = "Channel shutdownNow";

	private GrpcErrors() {
	}

	static DataAccessException translate(ProximaMethod<?, ?> method, @Nullable String address, Throwable failure) {
		Status status = Status.fromThrowable(failure);
		String description = (status.getDescription() != null) ? status.getDescription() : "";
		String message = "%s failed at %s with gRPC status %s (%s)".formatted(method, address, status.getCode(),
				description);
		return switch (status.getCode()) {
			case UNAVAILABLE -> unavailable(message, description, failure);
			case DEADLINE_EXCEEDED -> late(method, address, description, failure);
			case CANCELLED -> cancelled(method, message, failure);
			case INTERNAL -> internal(message, description, failure);
			case RESOURCE_EXHAUSTED -> exhausted(message, failure);
			case ABORTED, UNKNOWN -> new TransientDataAccessResourceException(message, failure);
			case UNIMPLEMENTED -> new NonTransientDataAccessResourceException(
					message + "; is this the gRPC port of Proxima BE, by default 16000?", failure);
			case UNAUTHENTICATED, PERMISSION_DENIED -> new PermissionDeniedDataAccessException(message, failure);
			default -> new NonTransientDataAccessResourceException(message, failure);
		};
	}

	private static DataAccessException unavailable(String message, String description, Throwable failure) {
		if (description.startsWith(SHUT_DOWN_MEANWHILE)) {
			return new DataAccessResourceFailureException(message, failure);
		}
		if (description.startsWith(SHUT_DOWN)) {
			return new NonTransientDataAccessResourceException(message,
					new IllegalStateException("The channel is closed", failure));
		}
		String because = message + ": " + RootCause.of(failure);
		return (hasNoConnection(failure)) ? new NotSentException(because, failure)
				: new TransientDataAccessResourceException(because, failure);
	}

	private static boolean hasNoConnection(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			for (Class<? extends Throwable> type : NO_CONNECTION) {
				if (type.isInstance(cause)) {
					return true;
				}
			}
		}
		return false;
	}

	private static DataAccessException late(ProximaMethod<?, ?> method, @Nullable String address, String description,
			Throwable failure) {
		QueryTimeoutException late = new QueryTimeoutException(
				"%s did not end in its time; give it more, or ask for less".formatted(method), failure);
		return (description.contains(WAITING) && !description.contains(CONNECTED)) ? new NotSentException(
				"%s was not sent: no connection to %s in its time".formatted(method, address), late) : late;
	}

	/**
	 * gRPC ends the call of a waiting thread that is interrupted, which it then still is.
	 */
	private static DataAccessException cancelled(ProximaMethod<?, ?> method, String message, Throwable failure) {
		return (Thread.currentThread().isInterrupted())
				? new TransientDataAccessResourceException(
						"%s was abandoned: its thread was interrupted".formatted(method), failure)
				: new TransientDataAccessResourceException(message, failure);
	}

	private static DataAccessException internal(String message, String description, Throwable failure) {
		if (description.contains(WINDOW)) {
			return new NonTransientDataAccessResourceException(
					message + "; the answer is larger than the flow-control window of the channel: " + CURE, failure);
		}
		return new TransientDataAccessResourceException(message, failure);
	}

	private static DataAccessException exhausted(String message, Throwable failure) {
		return (message.contains("exceeds maximum size")) ? new NonTransientDataAccessResourceException(
				message + "; the answer is larger than the greatest message size of the channel: " + CURE, failure)
				: new TransientDataAccessResourceException(message, failure);
	}

}
