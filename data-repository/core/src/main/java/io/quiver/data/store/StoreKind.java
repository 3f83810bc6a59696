package io.quiver.data.store;

/**
 * A system that rows can be kept in. A constant of its module, known without a
 * connection.
 *
 * @param name the name under which properties choose it, such as {@code embedded}
 * @param abilities what it can do
 * @author Quiver
 * @since 0.1
 */
public record StoreKind(String name, Abilities abilities) {

	@Override
	public String toString() {
		return this.name;
	}

}
