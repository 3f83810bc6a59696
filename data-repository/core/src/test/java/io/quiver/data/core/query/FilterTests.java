package io.quiver.data.core.query;

import java.util.Arrays;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@NullUnmarked
class FilterTests {

	private final Filter a = where("a").is(1);

	private final Filter b = where("b").is(2);

	private final Filter c = where("c").is(3);

	@Test
	void chainOfAlternativesIsFlat() {
		assertThat(Filter.or(Filter.or(this.a, this.b), this.c))
			.isEqualTo(new Filter.Or(List.of(this.a, this.b, this.c)));
	}

	@Test
	void chainOfConditionsIsFlat() {
		assertThat(Filter.and(Filter.and(this.a, this.b), this.c))
			.isEqualTo(new Filter.And(List.of(this.a, this.b, this.c)));
	}

	@Test
	void alternativesAmongConditionsStayOne() {
		assertThat(Filter.and(Filter.or(this.a, this.b), this.c))
			.isEqualTo(new Filter.And(List.of(new Filter.Or(List.of(this.a, this.b)), this.c)));
	}

	@Test
	void nullIsRefusedByName() {
		refused(() -> where(null), "'field'");
		refused(() -> where("a").in(Arrays.asList(1, null)), "'a' must not contain null");
		refused(() -> where("a").startsWith(null), "'a' must not be null");
		refused(() -> where("a").matches(null), "'a' must not be null");
		refused(() -> Filter.not(null), "'filter'");
		refused(() -> Filter.or(this.a, null), "'filters'");
		refused(() -> Query.where(null), "Query.all()");
		refused(() -> SearchRequest.text("body", null), "[body] must not be null");
	}

	private static void refused(ThrowingCallable call, String words) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
	}

}
