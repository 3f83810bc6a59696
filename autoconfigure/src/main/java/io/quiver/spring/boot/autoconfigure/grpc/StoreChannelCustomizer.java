package io.quiver.spring.boot.autoconfigure.grpc;

import io.grpc.ManagedChannelBuilder;

/**
 * Callback for the channels to stores, and no others. Beans of it are called last, in
 * their order.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface StoreChannelCustomizer {

	/**
	 * Customize the channel of a store before it is made.
	 * @param store the name of the store
	 * @param builder the builder of the channel
	 */
	void customize(String store, ManagedChannelBuilder<?> builder);

}
