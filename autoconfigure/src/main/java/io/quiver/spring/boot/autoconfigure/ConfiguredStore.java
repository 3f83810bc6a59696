package io.quiver.spring.boot.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * What somebody has set of one store.
 *
 * @param prefix the name of the store's properties
 * @param groups the groups and properties set below it
 * @param operations the operations of which something is set, as they were typed
 * @author Quiver
 */
record ConfiguredStore(ConfigurationPropertyName prefix, Set<String> groups, Set<String> operations) {

	static final String OPERATIONS = "operations";

	ConfiguredStore(ConfigurationPropertyName prefix) {
		this(prefix, new LinkedHashSet<>(), new LinkedHashSet<>());
	}

	void add(ConfigurationPropertyName below) {
		this.groups.add(below.getElement(0, Form.DASHED));
		if (below.getElement(0, Form.DASHED).equals(OPERATIONS) && below.getNumberOfElements() > 1) {
			this.operations.add(below.getElement(1, Form.DASHED));
		}
	}

	/**
	 * Add what a variable spells without dashes and dots.
	 */
	void add(PropertyNames known, String uniform) {
		known.firstOf(uniform).ifPresent(this.groups::add);
		NamesInMap operations = known.maps().get(OPERATIONS);
		if (operations != null) {
			operations.keyOf(uniform).ifPresent(this.operations::add);
		}
	}

}
