package io.quiver.spring.boot.autoconfigure.health;

import io.quiver.spring.boot.autoconfigure.inspect.Shown;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Logs that a store goes down and comes back: a line each, and no flood while it stays
 * down, however often its health is asked for.
 *
 * @author Quiver
 */
final class StateLog {

	private static final Log logger = LogFactory.getLog(StateLog.class);

	private final String store;

	private final Shown shown;

	private boolean down;

	StateLog(String store, Shown shown) {
		this.store = store;
		this.shown = shown;
	}

	synchronized void up() {
		if (this.down) {
			this.down = false;
			logger.info(this.store + " is up again");
		}
	}

	synchronized void down(Throwable failure) {
		String cause = this.shown.cause(failure);
		if (!this.down) {
			this.down = true;
			logger.warn("%s is down: %s".formatted(this.store, cause));
		}
		logger.debug(LogMessage.of(() -> "%s is down: %s".formatted(this.store, this.shown.trace(failure))));
	}

}
