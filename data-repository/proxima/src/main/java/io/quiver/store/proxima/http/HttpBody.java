package io.quiver.store.proxima.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, which whoever no longer waits for it closes: Java's client does
 * not heed an interrupt while it reads one, before Java 21.
 *
 * @author Quiver
 */
final class HttpBody {

	private static final Log logger = LogFactory.getLog(HttpBody.class);

	private final Executor closing;

	private @Nullable InputStream stream;

	private boolean abandoned;

	/**
	 * Create a body that has not come yet.
	 * @param closing closes it, since some clients read on to close
	 */
	HttpBody(Executor closing) {
		this.closing = closing;
	}

	byte[] read(InputStream stream) throws IOException {
		if (isAbandoned(stream)) {
			stream.close();
			throw new IOException("Nobody waits for the answer any more");
		}
		return stream.readAllBytes();
	}

	private synchronized boolean isAbandoned(InputStream stream) {
		this.stream = stream;
		return this.abandoned;
	}

	/**
	 * End the reading of it, now or as soon as it comes.
	 */
	synchronized void abandon() {
		InputStream reading = this.stream;
		if (reading != null && !this.abandoned) {
			this.closing.execute(() -> close(reading));
		}
		this.abandoned = true;
	}

	private static void close(InputStream stream) {
		try {
			stream.close();
		}
		catch (IOException ex) {
			logger.debug("An answer that nobody waits for could not be closed", ex);
		}
	}

}
