package io.quiver.store.proxima.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Speaks HTTP over a socket, with nothing between that could mend what is wrong.
 *
 * @author Quiver
 */
final class RawHttp {

	private RawHttp() {
	}

	static Answer send(InetSocketAddress address, String method, String path, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		String head = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
			.formatted(method, path, bytes.length);
		try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
			socket.setSoTimeout(60_000);
			socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().write(bytes);
			return read(new BufferedInputStream(socket.getInputStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Answer read(InputStream in) throws IOException {
		String status = line(in).split(" ")[1];
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		String header = line(in);
		while (!header.isEmpty()) {
			String[] pair = header.split(": *", 2);
			headers.put(pair[0], pair[1]);
			header = line(in);
		}
		return new Answer(Integer.parseInt(status), headers, new String(in.readAllBytes(), StandardCharsets.UTF_8));
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		int next = in.read();
		while (next >= 0 && next != '\n') {
			line.append((char) next);
			next = in.read();
		}
		return line.toString().strip();
	}

	/**
	 * An answer.
	 *
	 * @param status its status
	 * @param headers its headers, whatever the case of their names
	 * @param body its body
	 */
	record Answer(int status, Map<String, String> headers, String body) {
	}

}
