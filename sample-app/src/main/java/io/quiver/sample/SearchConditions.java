package io.quiver.sample;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What results must satisfy beside being near; {@code null} asks for nothing.
 *
 * @param group the group
 * @param type the type
 * @param deprecated whether deprecated
 * @author Quiver
 */
record SearchConditions(@Nullable String group, @Nullable String type, @Nullable Boolean deprecated) {

	SearchConditions {
		group = (StringUtils.hasText(group)) ? group : null;
		type = (StringUtils.hasText(type)) ? type : null;
	}

	boolean isEmpty() {
		return this.group == null && this.type == null && this.deprecated == null;
	}

	Collection<String> groupOr(Collection<String> all) {
		return (this.group != null) ? List.of(this.group) : all;
	}

	Collection<String> typeOr(Collection<String> all) {
		return (this.type != null) ? List.of(this.type) : all;
	}

	Collection<Boolean> deprecatedOrBoth() {
		return (this.deprecated != null) ? List.of(this.deprecated) : List.of(true, false);
	}

}
