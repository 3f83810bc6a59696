package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.SQLException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The end of connections whose socket is not known.
 *
 * @author Quiver
 */
final class Aborted {

	private static final Log logger = LogFactory.getLog(Aborted.class);

	private Aborted() {
	}

	/**
	 * End what is under way on a connection. The driver may take its time about it, and
	 * connect again for that, so it has a thread of its own.
	 */
	static void abort(Connection connection) {
		Thread thread = new Thread(() -> abortNow(connection), "quiver-seekdb-abort");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * End a connection that nothing is under way on.
	 */
	static void abortNow(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			logger.debug("A connection could not be aborted", ex);
		}
	}

}
