package io.quiver.data.store;

import java.util.List;

/**
 * The key of one row.
 *
 * @param parts the components in the order of the key columns, none null
 * @author Quiver
 * @since 0.1
 */
public record Key(List<Object> parts) {

	public Key {
		parts = List.copyOf(parts);
	}

	public static Key of(Object... parts) {
		return new Key(List.of(parts));
	}

	@Override
	public String toString() {
		return (this.parts.size() == 1) ? this.parts.get(0).toString() : this.parts.toString();
	}

}
