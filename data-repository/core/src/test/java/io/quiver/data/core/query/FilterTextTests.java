package io.quiver.data.core.query;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filters are written down, with their values or without.
 *
 * @author Quiver
 */
class FilterTextTests {

	private final Filter filter = Filter.and(Filter.where("country").is("N'L"),
			Filter.or(Filter.where("size").gte(3), Filter.where("tag").in(List.of("a", "b"))),
			Filter.where("name").startsWith("x"), Filter.where("at").lt(Instant.EPOCH),
			Filter.where("gone").isNotNull());

	@Test
	void aShapeHasNoValues() {
		assertThat(FilterText.of(this.filter).text())
			.isEqualTo("(country = ? and (size >= ? or tag in ?) and name like ?* and at < ? and not (gone is null))");
	}

	@Test
	void valuesAreWrittenWhereTheyAreAskedFor() {
		assertThat(FilterText.withValues(this.filter).text())
			.isEqualTo("(country = 'N''L' and (size >= 3 or tag in ('a', 'b')) and name like 'x'*"
					+ " and at < 1970-01-01T00:00:00Z and not (gone is null))");
	}

	@Test
	void fieldsAreToldInTheirOrder() {
		assertThat(FilterText.of(this.filter).fields()).containsExactly("country", "size", "tag", "name", "at", "gone");
	}

}
