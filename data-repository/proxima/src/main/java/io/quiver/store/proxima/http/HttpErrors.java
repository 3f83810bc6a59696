package io.quiver.store.proxima.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.regex.Pattern;

import javax.net.ssl.SSLHandshakeException;

import io.quiver.data.policy.NotSentException;
import io.quiver.store.proxima.json.MalformedJsonException;
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
 * The failures of HTTP in Spring's words. A call was certainly not sent if the cause says
 * that no connection came about.
 *
 * @author Quiver
 */
final class HttpErrors {

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERRORS = 500;

	private static final int SHOWN = 200;

	private static final Set<Class<? extends Throwable>> NO_CONNECTION = Set.of(ConnectException.class,
			HttpConnectTimeoutException.class, NoRouteToHostException.class, UnknownHostException.class,
			UnresolvedAddressException.class, SSLHandshakeException.class);

	private static final Set<Class<? extends Throwable>> TIMEOUT = Set.of(HttpTimeoutException.class,
			SocketTimeoutException.class);

	private static final Pattern USER_INFO = Pattern.compile("//[^/\"]*@");

	private HttpErrors() {
	}

	/**
	 * Translate a failure without an answer.
	 */
	static DataAccessException translate(ProximaMethod<?, ?> method, Exception failure) {
		if (Thread.currentThread().isInterrupted() || is(failure, Set.of(InterruptedException.class))) {
			return new TransientDataAccessResourceException(
					"%s was abandoned: its thread was interrupted".formatted(method), failure);
		}
		String message = "%s failed: %s (%s)".formatted(method, plain(failure), RootCause.of(failure));
		if (is(failure, NO_CONNECTION)) {
			return new NotSentException(message + "; no connection came about", failure);
		}
		return (is(failure, TIMEOUT)) ? new QueryTimeoutException(message, failure)
				: new TransientDataAccessResourceException(message, failure);
	}

	/**
	 * The message tells the address, with credentials if there are any in it, and the
	 * cause, which in Java's client has none of its own.
	 */
	private static String plain(Exception failure) {
		String message = String.valueOf(failure.getMessage());
		return USER_INFO.matcher(message).replaceAll("//").replaceFirst(": null$", "");
	}

	/**
	 * Translate an answer that the server never gives to what it understands.
	 */
	static DataAccessException status(ProximaMethod<?, ?> method, int status, String text) {
		String message = "%s was answered with HTTP status %d (%s)".formatted(method, status,
				text.substring(0, Math.min(SHOWN, text.length())));
		if (status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS) {
			return new TransientDataAccessResourceException(message);
		}
		if (status == UNAUTHORIZED || status == FORBIDDEN) {
			return new PermissionDeniedDataAccessException(message, new IllegalStateException("HTTP status " + status));
		}
		return new NonTransientDataAccessResourceException(message
				+ "; is this the HTTP port of Proxima BE, by default 16001, and its version one that is spoken?");
	}

	static DataAccessException notJson(ProximaMethod<?, ?> method, MalformedJsonException failure) {
		return new DataAccessResourceFailureException(
				"%s was not answered in Proxima BE's JSON: %s".formatted(method, failure.getMessage()), failure);
	}

	private static boolean is(Throwable failure, Set<Class<? extends Throwable>> types) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			for (Class<? extends Throwable> type : types) {
				if (type.isInstance(cause)) {
					return true;
				}
			}
		}
		return false;
	}

}
