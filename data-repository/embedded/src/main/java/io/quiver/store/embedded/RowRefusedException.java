package io.quiver.store.embedded;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * A row that does not have the shape of its collection.
 *
 * @author Quiver
 */
final class RowRefusedException extends DataIntegrityViolationException {

	RowRefusedException(String message) {
		super(message);
	}

}
