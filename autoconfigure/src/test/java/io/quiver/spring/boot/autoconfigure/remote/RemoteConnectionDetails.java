package io.quiver.spring.boot.autoconfigure.remote;

import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;

/**
 * Where a store is that looks remote.
 *
 * @author Quiver
 */
public interface RemoteConnectionDetails extends StoreConnectionDetails {

	String getUrl();

}
