package io.quiver.store.proxima.server;

import com.google.protobuf.Message;

/**
 * A call on its way, as the door sees it through which it came. Any thread may end it.
 *
 * @author Quiver
 */
interface Exchange {

	/** Send the answer. */
	void answer(Message message);

	/** Send a text with an HTTP status, which is no answer that a call knows. */
	void say(int status, String text);

	/** Send the beginning of an answer whose rest never comes. */
	void stall();

	/** Cut the connection. */
	void cut();

}
