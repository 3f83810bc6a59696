package io.quiver.store.contract.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A TCP proxy on the loopback interface that spoils the connections of a real server. It
 * knows no protocol, so that it serves every store, encrypted or not.
 * <p>
 * It has one {@link Fault} at a time, from the moment {@link #inject} returns and for
 * connections new and old, and none to begin with. {@link #pass()} heals it; it keeps its
 * address meanwhile.
 *
 * @author Quiver
 * @since 0.1
 */
public final class FaultProxy implements AutoCloseable {

	private final InetSocketAddress server;

	private final Set<Link> links = ConcurrentHashMap.newKeySet();

	private final AtomicInteger accepted = new AtomicInteger();

	private final AtomicLong requestBytes = new AtomicLong();

	private final AtomicLong answerBytes = new AtomicLong();

	private final Object monitor = new Object();

	private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

	private volatile Fault fault = Fault.none();

	/** Listens, or else holds the port so that nobody else gets it. */
	private Closeable port = () -> {
	};

	private @Nullable Thread acceptor;

	private boolean closed;

	private FaultProxy(InetSocketAddress server) {
		this.server = server;
		listen();
	}

	/**
	 * Start a proxy without a fault.
	 * @param server where the server listens; it need not be up yet
	 * @return the proxy
	 * @throws UncheckedIOException if there is no free port
	 */
	public static FaultProxy of(InetSocketAddress server) {
		Assert.notNull(server, "'server' must not be null");
		return new FaultProxy(server);
	}

	/**
	 * Return where clients connect.
	 * @return the address, the same for the whole life of the proxy
	 */
	public InetSocketAddress address() {
		return this.address;
	}

	/**
	 * Put a fault in the place of the present one.
	 * @param fault what shall go wrong from now on
	 * @throws IllegalStateException if the proxy is closed
	 */
	public synchronized void inject(Fault fault) {
		Assert.notNull(fault, "'fault' must not be null");
		Assert.state(!this.closed, "The proxy is closed");
		this.fault.end(this);
		synchronized (this.monitor) {
			this.fault = fault;
			this.monitor.notifyAll();
		}
		fault.begin(this);
	}

	/**
	 * Let everything pass again, also on the connections that have survived the fault.
	 * @throws IllegalStateException if the proxy is closed
	 */
	public void pass() {
		inject(Fault.none());
	}

	/** Ends a fault by itself, unless another has come. */
	synchronized void heal(Fault fault) {
		if (this.fault == fault && !this.closed) {
			pass();
		}
	}

	/**
	 * Return how many connections of clients are open. One whose end the proxy has not
	 * seen, since its fault keeps it from reading, counts as open.
	 * @return the number, now
	 */
	public int connections() {
		return this.links.size();
	}

	/**
	 * Return how many connections were accepted so far.
	 * @return the number since the start
	 */
	public int accepted() {
		return this.accepted.get();
	}

	/**
	 * Return how many bytes have reached the server.
	 * @return the number since the start
	 */
	public long requestBytes() {
		return this.requestBytes.get();
	}

	/**
	 * Return how many bytes have been sent to clients, garbage included.
	 * @return the number since the start
	 */
	public long answerBytes() {
		return this.answerBytes.get();
	}

	/**
	 * Close the proxy and all its connections. Doing so twice does nothing.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		release();
		this.links.forEach(Link::close);
	}

	InetSocketAddress server() {
		return this.server;
	}

	Fault fault() {
		return this.fault;
	}

	Set<Link> links() {
		return this.links;
	}

	synchronized void listen() {
		release();
		try {
			ServerSocket listener = new ServerSocket();
			this.port = listener;
			listener.setReuseAddress(true);
			listener.bind(this.address);
			this.address = (InetSocketAddress) listener.getLocalSocketAddress();
			this.acceptor = thread("fault-proxy-" + this.address.getPort(), () -> accept(listener));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen at " + this.address, ex);
		}
	}

	/**
	 * Connections to a port that is bound but not listened at are refused. Being bound,
	 * it is neither given to another process nor chosen as the local port of a client,
	 * which would then connect to itself.
	 */
	synchronized void refuse() {
		release();
		try {
			Socket holder = new Socket();
			this.port = holder;
			holder.setReuseAddress(true);
			holder.bind(this.address);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot hold the port of " + this.address, ex);
		}
	}

	/** The port is free only when nobody waits for connections any more. */
	private void release() {
		try {
			this.port.close();
			if (this.acceptor != null) {
				this.acceptor.join();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot release the port of " + this.address, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept(ServerSocket listener) {
		try {
			while (true) {
				Link link = new Link(this, listener.accept());
				this.links.add(link);
				this.fault.accepted(link);
				link.start("fault-proxy-" + this.address.getPort() + "-" + this.accepted.incrementAndGet());
			}
		}
		catch (IOException ex) {
			// The listener is closed, which is how it ends.
		}
	}

	void closed(Link link) {
		this.links.remove(link);
		synchronized (this.monitor) {
			this.monitor.notifyAll();
		}
	}

	void countRequest(int bytes) {
		this.requestBytes.addAndGet(bytes);
	}

	void countAnswer(int bytes) {
		this.answerBytes.addAndGet(bytes);
	}

	/** Waits until the fault has ended or the time is over; fails if the link ends. */
	void awaitEnd(Fault fault, Link link, @Nullable Duration atMost) throws IOException {
		long end = (atMost != null) ? System.nanoTime() + atMost.toNanos() : 0;
		synchronized (this.monitor) {
			while (this.fault == fault && !link.isClosed()) {
				long millis = (atMost != null) ? TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999) : 0;
				if (atMost != null && millis <= 0) {
					return;
				}
				try {
					this.monitor.wait(millis);
				}
				catch (InterruptedException ex) {
					throw new InterruptedIOException();
				}
			}
			if (link.isClosed()) {
				throw new SocketException("Closed");
			}
		}
	}

	static Thread thread(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

}
