package io.quiver.store.proxima.server;

import io.quiver.store.proxima.proto.Status;

/**
 * Thrown while a call is served, and answered with its status.
 *
 * @author Quiver
 */
@SuppressWarnings("serial")
final class Refused extends RuntimeException {

	private final Status status;

	Refused(Code code) {
		super(code.name(), null, false, false);
		this.status = code.status();
	}

	Status status() {
		return this.status;
	}

}
