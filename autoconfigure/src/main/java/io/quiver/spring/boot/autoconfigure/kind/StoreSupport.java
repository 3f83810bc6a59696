package io.quiver.spring.boot.autoconfigure.kind;

/**
 * What auto-configuration knows of one kind of store. Implementations name classes of the
 * store's module only in a nested class, so that they can be asked whether it is there.
 *
 * @param <P> the properties of the kind
 * @author Quiver
 * @since 0.1
 */
public interface StoreSupport<P> {

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
	 * Tell whether the store runs elsewhere, so that its collections belong to others too
	 * and are not created unless asked for.
	 * @return whether it is remote
	 */
	boolean isRemote();

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

}
