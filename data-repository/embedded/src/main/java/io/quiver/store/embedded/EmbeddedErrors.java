package io.quiver.store.embedded;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

import io.quiver.store.embedded.log.CorruptLogException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * The failures of the engine in Spring's words. Faults, which a circuit breaker counts,
 * are those of the disk. What is damaged stays damaged and is the answer of one
 * collection, because of which the others must not be shut off; and a mistake in a
 * caller's search, or in the engine, tells nothing of the disk.
 *
 * @author Quiver
 */
final class EmbeddedErrors {

	private EmbeddedErrors() {
	}

	static NonTransientDataAccessResourceException closed() {
		String message = "The embedded engine is closed";
		return new NonTransientDataAccessResourceException(message, new IllegalStateException(message));
	}

	static DataAccessException translate(String subject, Exception ex) {
		return switch (ex) {
			case DataAccessException translated -> translated;
			case DamagedException damaged -> damaged(subject, damaged, message(damaged));
			case CorruptLogException corrupt -> damaged(subject, corrupt, message(corrupt));
			case FormatException format ->
				damaged(subject, format, "what is stored is not of its format (%s); restore the directory from a copy"
					.formatted(format.getMessage()));
			case IndexFormatTooNewException tooNew ->
				damaged(subject, tooNew, "its index was written by a newer version; use that one");
			case IndexFormatTooOldException tooOld ->
				damaged(subject, tooOld, "its index was written by an older version; write it again");
			case CorruptIndexException corrupt -> damagedIndex(subject, corrupt);
			case EOFException end -> damagedIndex(subject, end);
			case FileNotFoundException missing -> damagedIndex(subject, missing);
			case NoSuchFileException missing -> damagedIndex(subject, missing);
			case UncheckedIOException unchecked -> translate(subject, cause(unchecked));
			case IOException io -> new DataAccessResourceFailureException(
					"%s could not be read or written (%s); see to the disk, what was acknowledged is kept"
						.formatted(subject, io.getMessage()),
					io);
			case IndexSearcher.TooManyClauses clauses -> new InvalidDataAccessApiUsageException(
					"The filter for %s has more than %d conditions; use an 'in' for many values".formatted(subject,
							IndexSearcher.getMaxClauseCount()),
					clauses);
			case AlreadyClosedException gaveUp -> new DataAccessResourceFailureException(
					"%s gave up: %s".formatted(subject, gaveUp.getMessage()), gaveUp);
			default ->
				new NonTransientDataAccessResourceException("%s failed: %s".formatted(subject, ex.getMessage()), ex);
		};
	}

	private static String message(Exception ex) {
		return String.valueOf(ex.getMessage());
	}

	private static Exception cause(UncheckedIOException ex) {
		return (ex.getCause() != null) ? ex.getCause() : new IOException(ex);
	}

	private static DataAccessException damagedIndex(String subject, Exception ex) {
		return damaged(subject, ex,
				"its index is damaged (%s); restore the directory from a copy".formatted(ex.getMessage()));
	}

	private static DataAccessException damaged(String subject, Exception ex, String what) {
		return new NonTransientDataAccessResourceException("%s cannot be opened or read: %s".formatted(subject, what),
				ex);
	}

}
