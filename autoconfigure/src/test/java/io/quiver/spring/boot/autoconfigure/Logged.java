package io.quiver.spring.boot.autoconfigure;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What all loggers say meanwhile: ours everything, others up to {@code DEBUG}.
 *
 * @author Quiver
 */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

	private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.quiver");

	private final StringBuffer text = new StringBuffer();

	private final List<Level> before = List.of(ROOT.getLevel(),
			(OURS.getLevel() != null) ? OURS.getLevel() : Level.OFF);

	Logged() {
		setContext(ROOT.getLoggerContext());
		start();
		ROOT.addAppender(this);
		ROOT.setLevel(Level.DEBUG);
		OURS.setLevel(Level.TRACE);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.text.append(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + "\n");
		if (event.getThrowableProxy() != null) {
			this.text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
		}
	}

	String text() {
		return this.text.toString();
	}

	@Override
	public void close() {
		ROOT.detachAppender(this);
		ROOT.setLevel(this.before.get(0));
		OURS.setLevel((this.before.get(1) != Level.OFF) ? this.before.get(1) : null);
		stop();
	}

}
