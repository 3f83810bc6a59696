package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;

/**
 * What a store can do. Which filters it takes is seen at the methods of repositories.
 *
 * @param can what it can do
 * @param cannot what it cannot do
 * @param options the options that its calls take
 * @author Quiver
 * @since 0.1
 */
public record AbilitiesDescriptor(Set<Ability> can, Set<Ability> cannot, List<Option> options) {

	static AbilitiesDescriptor of(Abilities abilities) {
		Set<Ability> can = EnumSet.noneOf(Ability.class);
		can.addAll(abilities.all());
		Set<Ability> cannot = EnumSet.allOf(Ability.class);
		cannot.removeAll(can);
		return new AbilitiesDescriptor(can, cannot, abilities.options().stream().sorted().toList());
	}

}
