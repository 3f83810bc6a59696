package io.quiver.spring.boot.autoconfigure.kind;

import java.util.Set;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * What auto-configuration knows of one kind of store. Found through
 * {@code META-INF/spring.factories}, so that a kind of your own needs no more than a line
 * there. Implementations name classes of the store's module only in a nested class, so
 * that they can be asked whether it is there.
 *
 * @param <P> the properties of the kind
 * @author Quiver
 * @since 0.1
 */
public interface StoreSupport<P extends Record> {

	/**
	 * Return the name of the kind, which is also that of its group of properties.
	 * @return the name, such as {@code embedded}
	 */
	String kind();

	/**
	 * Return the type of the kind's group of properties.
	 * @return a record that can be bound from nothing
	 */
	Class<P> propertiesType();

	/**
	 * Return the starter that brings the module of the kind.
	 * @return the coordinates, such as {@code io.quiver:quiver-spring-boot-starter}
	 */
	String starter();

	/**
	 * Tell whether the store runs elsewhere, so that there is a connection to it, and its
	 * collections belong to others too and are not created unless asked for.
	 * @return whether it is remote
	 */
	boolean isRemote();

	/**
	 * Return the type of the beans that may say where a store of the kind is.
	 * @return the type, or {@code null} if there are none
	 */
	default @Nullable Class<? extends StoreConnectionDetails> connectionDetailsType() {
		return null;
	}

	/**
	 * Tell whether a client keeps a pool of sessions.
	 * @return whether it has sessions
	 */
	boolean hasSessions();

	/**
	 * Return how long things may take unless it is said otherwise.
	 * @return the time-outs, of which {@code connect} means nothing where nothing is
	 * connected
	 */
	Timeouts timeouts();

	/**
	 * Tell whether the module of the kind is there, whether or not it can run.
	 * @param classLoader where to look
	 * @return whether it is on the class path
	 */
	boolean isPresent(ClassLoader classLoader);

	/**
	 * Check the properties and say how a store is made from them. Connects to nothing.
	 * @param prefix the name of the group, for messages
	 * @param properties the properties
	 * @return the plan
	 */
	StorePlan<?> plan(String prefix, P properties);

	/**
	 * Return what can be asked of a store. Only called where the module is there, after a
	 * plan was made.
	 * @return the operations that have policies of their own below
	 * {@code quiver.stores.<name>.operations}
	 */
	Set<Operation> operations();

}
