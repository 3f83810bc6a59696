/**
 * What every kind of store tells auto-configuration of itself.
 * <p>
 * A kind keeps secrets. In its properties they are called like one: names end in
 * {@code password}, {@code secret}, {@code key} or {@code token}, and maps of what is
 * sent beside are called {@code headers} or {@code parameters}; then they are hidden from
 * endpoints, from the line that says why a store is down, and from the failure of a
 * start. Of the rest the kind takes care itself:
 * <ul>
 * <li>Its record of properties, and each nested one, declares a {@code toString} without
 * them, and without addresses, which may have a user and parameters.</li>
 * <li>Its messages name an address by scheme, host and port; a value that is refused is
 * not repeated where it may be secret.</li>
 * <li>Its exceptions, causes included, are what an application logs, and what the events
 * of Resilience4j repeat: the message of a driver that may have credentials in it goes
 * into none of them.</li>
 * <li>What comes with a {@link StoreConnectionDetails} bean has no name: its secrets are
 * told by {@code getSecrets()}, and hidden by their values.</li>
 * </ul>
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.kind;

import org.jspecify.annotations.NullMarked;
