package io.quiver.spring.boot.autoconfigure.inspect;

import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

/**
 * One store of the application.
 *
 * @param bean the name of its bean
 * @param rows the store
 * @param primary whether it is the one that is meant where none is named
 * @param calls the door of its client, or {@code null} if there is no such bean
 * @author Quiver
 * @since 0.1
 */
public record InspectedStore(String bean, RowStore rows, boolean primary, @Nullable StoreCalls calls) {

	public String name() {
		return this.rows.name();
	}

}
