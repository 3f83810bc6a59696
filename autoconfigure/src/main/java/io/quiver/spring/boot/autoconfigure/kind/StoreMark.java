package io.quiver.spring.boot.autoconfigure.kind;

import io.quiver.data.store.StoreKind;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;

/**
 * What a bean definition made for a store carries, so that tests can put another store in
 * its place.
 *
 * @param store the name of the store
 * @param kind the kind that was configured
 * @author Quiver
 * @since 0.1
 */
public record StoreMark(String store, StoreKind kind) {

	/**
	 * Put the mark on a bean definition.
	 * @param definition the definition of a client, store or template
	 */
	public void put(BeanDefinition definition) {
		definition.setAttribute(StoreMark.class.getName(), this);
	}

	/**
	 * Read the mark of a bean definition.
	 * @param definition the definition
	 * @return the mark, or {@code null} if it was not made for a store
	 */
	public static @Nullable StoreMark of(BeanDefinition definition) {
		return (StoreMark) definition.getAttribute(StoreMark.class.getName());
	}

}
