package io.quiver.store.seekdb.server;

/**
 * Starts a server in a JVM of its own, for the sample and for tests that kill the JVM.
 * Prints the process id, the folder and the JDBC address, each on a line, and waits.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbServerApplication {

	private SeekdbServerApplication() {
	}

	/**
	 * Start the server and keep it until the JVM ends.
	 * @param arguments none
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] arguments) throws InterruptedException {
		SeekdbServer server = new SeekdbServer();
		server.start();
		System.out.println(server.pid());
		System.out.println(server.folder());
		System.out.println(server.url());
		Thread.currentThread().join();
	}

}
