package io.quiver.store.contract.fault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * A connection to a line server. It is opened by its first call, within the time of that
 * call, and good for nothing once a call has failed.
 *
 * @author Quiver
 */
class LineSession implements AutoCloseable {

	private static final Pattern ANSWER = Pattern.compile("(OK|NONE|DENIED|VALUE .*|WRONG .*)");

	private static final Duration LONG = Duration.ofMinutes(1);

	private final InetSocketAddress address;

	private final LineSettings settings;

	private final Duration connectTimeout;

	private final Socket plain = new Socket();

	private final byte[] buffer = new byte[8192];

	private final StringBuilder received = new StringBuilder();

	private @Nullable Socket socket;

	LineSession(InetSocketAddress address, LineSettings settings, Duration connectTimeout) {
		this.address = address;
		this.settings = settings;
		this.connectTimeout = connectTimeout;
	}

	/**
	 * Connect, unless that is done. Whatever goes wrong here, no request was sent.
	 */
	LineSession open(Deadline deadline) {
		if (this.socket != null) {
			return this;
		}
		Deadline patience = Deadline.after(this.connectTimeout).sooner(deadline);
		try (LineWatch watch = new LineWatch(this, patience)) {
			this.plain.setTcpNoDelay(true);
			this.plain.connect(this.address, millis(patience));
			Socket secured = secured(patience);
			this.socket = secured;
			if (!exchange(secured, "AUTH " + this.settings.password(), patience).equals("OK")) {
				throw new PermissionDeniedDataAccessException("The server does not accept the password",
						new IllegalArgumentException("Wrong password"));
			}
			return this;
		}
		catch (IOException | DataAccessResourceFailureException ex) {
			throw new NotSentException("Cannot connect to " + this.address, ex);
		}
	}

	private Socket secured(Deadline patience) throws IOException {
		if (this.settings.tls() == null) {
			return this.plain;
		}
		this.plain.setSoTimeout(millis(patience));
		SSLSocket tls = (SSLSocket) this.settings.tls()
			.getSocketFactory()
			.createSocket(this.plain, this.address.getHostString(), this.address.getPort(), true);
		SSLParameters parameters = tls.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		tls.setSSLParameters(parameters);
		tls.startHandshake();
		return tls;
	}

	/**
	 * Send a request and wait for its answer.
	 */
	String ask(String request, Deadline deadline) {
		Socket opened = this.socket;
		if (opened == null) {
			throw new IllegalStateException("Not open");
		}
		try (LineWatch watch = new LineWatch(this, deadline)) {
			return exchange(opened, request, deadline);
		}
		catch (IOException ex) {
			throw failure(ex, deadline);
		}
	}

	private String exchange(Socket opened, String request, Deadline deadline) throws IOException {
		opened.getOutputStream().write((request + "\n").getBytes(StandardCharsets.ISO_8859_1));
		String line = line();
		while (line == null) {
			this.plain.setSoTimeout(millis(deadline));
			int count = opened.getInputStream().read(this.buffer);
			if (count < 0) {
				throw new IOException("The server has closed the connection");
			}
			this.received.append(new String(this.buffer, 0, count, StandardCharsets.ISO_8859_1));
			line = line();
		}
		if (!ANSWER.matcher(line).matches()) {
			throw new DataAccessResourceFailureException("This is not the answer of a line server");
		}
		return line;
	}

	/** What has come and is a whole line. */
	private @Nullable String line() {
		int end = this.received.indexOf("\n");
		if (end < 0) {
			return null;
		}
		String line = this.received.substring(0, end);
		this.received.delete(0, end + 1);
		return line;
	}

	private static DataAccessException failure(IOException failure, Deadline deadline) {
		if (failure instanceof SocketTimeoutException || deadline.isOver()) {
			return new QueryTimeoutException("No answer in time", failure);
		}
		return new TransientDataAccessResourceException("The connection is broken", failure);
	}

	/** What zero would stand for is no limit. */
	private static int millis(Deadline deadline) throws IOException {
		if (deadline.isOver()) {
			throw new SocketTimeoutException("The time is over");
		}
		return Math.max(1, (int) deadline.remaining(LONG).toMillis());
	}

	/**
	 * End what is under way: its time is over.
	 */
	void expire() {
		close();
	}

	/**
	 * Close the connection without a word, which ends also a read or a write that another
	 * thread is in. To close the TLS socket would be polite, and could block behind a
	 * write that is blocked.
	 */
	@Override
	public void close() {
		try {
			this.plain.close();
		}
		catch (IOException ex) {
			// It is gone anyway.
		}
	}

}
