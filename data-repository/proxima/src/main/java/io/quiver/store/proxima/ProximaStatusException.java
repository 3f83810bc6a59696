package io.quiver.store.proxima;

import java.util.Optional;

import org.springframework.dao.UncategorizedDataAccessException;

/**
 * A failure that the server reports with a status. Thrown as it is if no other exception
 * of Spring's family says what it means, else it is the cause of the one that does.
 *
 * @author Quiver
 * @since 0.1
 */
public class ProximaStatusException extends UncategorizedDataAccessException {

	private final int code;

	private final String reason;

	/**
	 * Create the exception.
	 * @param subject what was asked, such as {@code write on 'books'}
	 * @param code the code, below zero
	 * @param reason the reason, empty if the server gives none
	 */
	public ProximaStatusException(String subject, int code, String reason) {
		super("%s failed with status %d%s".formatted(subject, code, (reason.isEmpty()) ? "" : " (" + reason + ")"),
				null);
		this.code = code;
		this.reason = reason;
	}

	/**
	 * Return the code of the status.
	 * @return a number below zero
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Return the reason of the status, in the server's own words.
	 * @return the reason, empty if the server gives none
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * Find the status behind a failure.
	 * @param failure a failure of a client's call
	 * @return the status, empty if the server did not report one
	 */
	public static Optional<ProximaStatusException> of(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProximaStatusException status) {
				return Optional.of(status);
			}
		}
		return Optional.empty();
	}

}
