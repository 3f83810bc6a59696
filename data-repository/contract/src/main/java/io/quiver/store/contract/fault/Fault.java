package io.quiver.store.contract.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

import org.springframework.util.Assert;

/**
 * Something that goes wrong between a client and its server. A {@link FaultProxy} has one
 * at a time; what a fault does not mention passes unharmed.
 *
 * @author Quiver
 * @since 0.1
 */
public abstract class Fault {

	private final String name;

	Fault(String name) {
		this.name = name;
	}

	/** The fault comes up; connections made before it are the proxy's links. */
	void begin(FaultProxy proxy) {
	}

	/** The fault goes; it is still the current one. */
	void end(FaultProxy proxy) {
	}

	/** A connection is made under the fault. */
	void accepted(Link link) {
	}

	void request(Link link, byte[] bytes, int count) throws IOException {
		link.toServer(bytes, count);
	}

	void answer(Link link, byte[] bytes, int count) throws IOException {
		link.toClient(bytes, 0, count);
	}

	/**
	 * No fault: everything passes.
	 * @return the fault that is none
	 */
	public static Fault none() {
		return new Fault("none") {
		};
	}

	/**
	 * Answers come late.
	 * @param delay how long each piece of an answer is kept
	 * @return the fault
	 */
	public static Fault delay(Duration delay) {
		Assert.notNull(delay, "'delay' must not be null");
		return new Fault("answers delayed by " + delay.toMillis() + " ms") {
			@Override
			void answer(Link link, byte[] bytes, int count) throws IOException {
				link.awaitEnd(this, delay);
				link.toClient(bytes, 0, count);
			}
		};
	}

	/**
	 * Requests are not taken any more: they fill the buffers until the client's writes
	 * block. None reaches the server until the fault ends.
	 * @return the fault
	 */
	public static Fault stopReading() {
		return new Fault("requests not read") {
			@Override
			void request(Link link, byte[] bytes, int count) throws IOException {
				link.awaitEnd(this);
				link.request(bytes, count);
			}
		};
	}

	/**
	 * Requests reach the server, which does what they ask for; its answers are kept until
	 * the fault ends.
	 * @return the fault
	 */
	public static Fault stopAnswering() {
		return new Fault("answers kept back") {
			@Override
			void answer(Link link, byte[] bytes, int count) throws IOException {
				link.awaitEnd(this);
				link.answer(bytes, count);
			}
		};
	}

	/**
	 * Connections end within their next answer. The request has reached the server.
	 * @param bytes how much of the answer passes, from 0
	 * @return the fault
	 */
	public static Fault cut(int bytes) {
		Assert.isTrue(bytes >= 0, "'bytes' must not be negative");
		return new Fault("answers cut after " + bytes + " bytes") {
			@Override
			void answer(Link link, byte[] answer, int count) throws IOException {
				link.toClient(answer, 0, Math.min(bytes, count));
				link.close();
			}
		};
	}

	/**
	 * The connection of the next answer ends before it; then everything passes.
	 * @return the fault
	 */
	public static Fault cutOnce() {
		return new Fault("one answer cut") {
			@Override
			void answer(Link link, byte[] bytes, int count) {
				link.healed(this);
				link.close();
			}
		};
	}

	/**
	 * The next answer never comes, though its connection stays; then everything passes.
	 * @return the fault
	 */
	public static Fault loseOnce() {
		return new Fault("one answer lost") {
			@Override
			void answer(Link link, byte[] bytes, int count) {
				link.healed(this);
			}
		};
	}

	/**
	 * The server is down: its connections end, and new ones are refused.
	 * @return the fault
	 */
	public static Fault refuse() {
		return new Fault("connections refused") {
			@Override
			void begin(FaultProxy proxy) {
				proxy.refuse();
				proxy.links().forEach(Link::close);
			}

			@Override
			void end(FaultProxy proxy) {
				proxy.listen();
			}

			@Override
			void accepted(Link link) {
				link.close();
			}
		};
	}

	/**
	 * Connections are reset (RST): those that are open at once, new ones as soon as they
	 * are made.
	 * @return the fault
	 */
	public static Fault reset() {
		return new Fault("connections reset") {
			@Override
			void begin(FaultProxy proxy) {
				proxy.links().forEach(Link::reset);
			}

			@Override
			void accepted(Link link) {
				link.reset();
			}
		};
	}

	/**
	 * The server's machine is gone without a word: connections can be made and stay, but
	 * nobody reads from them or answers. When the fault ends the machine is back, does
	 * not know them and resets them.
	 * @return the fault
	 */
	public static Fault halfOpen() {
		return new Fault("connections half-open") {
			@Override
			void request(Link link, byte[] bytes, int count) throws IOException {
				link.awaitEnd(this);
				link.reset();
			}

			@Override
			void answer(Link link, byte[] bytes, int count) throws IOException {
				link.awaitEnd(this);
				link.reset();
			}

			@Override
			void end(FaultProxy proxy) {
				proxy.links().forEach(Link::reset);
			}
		};
	}

	/**
	 * Answers come byte by byte, so that a time-out that begins anew with every byte
	 * never ends.
	 * @param pause what lies between two bytes
	 * @return the fault
	 */
	public static Fault drip(Duration pause) {
		Assert.notNull(pause, "'pause' must not be null");
		return new Fault("answers dripping every " + pause.toMillis() + " ms") {
			@Override
			void answer(Link link, byte[] bytes, int count) throws IOException {
				for (int i = 0; i < count; i++) {
					link.toClient(bytes, i, 1);
					link.awaitEnd(this, pause);
				}
			}
		};
	}

	/**
	 * Random bytes come instead of answers: the same kilobyte for each piece of one.
	 * @param seed which bytes
	 * @return the fault
	 */
	public static Fault garbage(long seed) {
		byte[] garbage = new byte[1024];
		new Random(seed).nextBytes(garbage);
		return new Fault("garbage for answers") {
			@Override
			void answer(Link link, byte[] bytes, int count) throws IOException {
				link.toClient(garbage, 0, garbage.length);
			}
		};
	}

	@Override
	public String toString() {
		return this.name;
	}

}
