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

	/** Send a bare HTTP answer instead, as something between client and server would. */
	void fail(int status, String text);

	/** Cut the connection. */
	void cut();

}
