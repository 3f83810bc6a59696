package io.quiver.store.seekdb.model;

import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SearchRequest}, the vectors and the conditions of searches.
 *
 * @author Quiver
 */
class SearchRequestTests {

	private static final SearchRequest REQUEST = SearchRequest.of("v", new float[] { 1, 2 }, Distance.L2);

	@Test
	void aSearchThatCannotBeAnsweredIsRefused() {
		refused(() -> REQUEST.withLimit(0), "'limit'");
		refused(() -> REQUEST.withOffset(-1), "'offset'");
		refused(() -> REQUEST.withMaxDistance(Double.NaN), "'maxDistance'");
		refused(() -> REQUEST.withExact().withEfSearch(9), "takes no 'tuning'");
		refusedValue(() -> SearchRequest.of("v", new float[] { Float.NaN }, Distance.L2), "must be finite");
		refusedValue(() -> SearchRequest.of("v", new float[0], Distance.L2), "must not be empty");
		refused(() -> SearchRequest.of("v", SparseVector.of(Map.of(1, 1f)), Distance.L2), "by the inner product");
		refused(() -> SearchTuning.none().withEfSearch(0), "'efSearch'");
		refused(() -> SearchTuning.none().withRefineK(0.5), "'refineK'");
		refused(() -> SearchTuning.none().withDropRatioSearch(1), "'dropRatioSearch'");
		refused(() -> SearchTuning.none().withNprobes(0), "'nprobes'");
		refused(() -> HybridRequest.of(REQUEST, TextRequest.of("a", "b")).withWeights(0, 0), "not both 0");
		assertThat(REQUEST.withEfSearch(9).withExact().tuning()).isEqualTo(SearchTuning.none());
	}

	@Test
	void aVectorIsItsElements() {
		float[] elements = { 1, -0.5f };
		DenseVector vector = DenseVector.of(elements);
		elements[0] = 9;
		assertThat(vector).isEqualTo(DenseVector.parse(" [1.0, -0.5] ")).hasSameHashCodeAs(DenseVector.of(1, -0.5f));
		assertThat(vector.zero()).isFalse();
		assertThat(DenseVector.of(0, -0f).zero()).isTrue();
		refusedValue(() -> DenseVector.parse("1,2"), "No vector");
		refusedValue(() -> DenseVector.parse("[]"), "must not be empty");
		refusedValue(() -> DenseVector.parse("[1e39]"), "must be finite");
		refusedValue(() -> DenseVector.parse("[NaN]"), "No vector");
		refusedValue(() -> DenseVector.parse("[1,]x]"), "No vector");
	}

	@Test
	void aSparseVectorIsWrittenInTheOrderOfItsPlaces() {
		SparseVector vector = SparseVector.of(Map.of(9, 1f, 0, 2.5f));
		assertThat(vector).hasToString("{0:2.5,9:1.0}").isEqualTo(SparseVector.parse("{ 9:1, 0:2.5 }"));
		assertThat(SparseVector.parse("{}").zero()).isTrue();
		refusedValue(() -> SparseVector.of(Map.of(-1, 1f)), "between 0 and 500000");
		refusedValue(() -> SparseVector.of(Map.of(500_001, 1f)), "between 0 and 500000");
		refusedValue(() -> SparseVector.of(Map.of(1, Float.NaN)), "must be finite");
		refusedValue(() -> SparseVector.parse("[1]"), "No sparse vector");
		refusedValue(() -> SparseVector.parse("{1}"), "No sparse vector");
		refusedValue(() -> SparseVector.parse("{x:1}"), "No place");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = 1; DROP TABLE t", "a = 1 -- ", "a = 1 --", "a # b", "a /* b */", "a = 'x", "a = `x",
			"a = 'it\\'s'", "a = \\", "(a = 1", "a = 1) OR (1 = 1", "a\0b", " " })
	void sqlThatWouldEndOrHideTheStatementIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Condition.of(text));
		assertThatIllegalArgumentException().isThrownBy(() -> OutputExpression.of("x", text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = 'it''s; -- # /* ?'", "`a;--?` = \"#?\"", "a--1 > 0", "meta->'$.a' = 1", "a\n= (1)",
			"a -1 > b * 2 / 3" })
	void sqlThatOnlyLooksDangerousIsTaken(String text) {
		assertThat(Condition.of(text)).isEqualTo(new Condition.Text(text, List.of()));
	}

	@Test
	void thereAreAsManyValuesAsQuestionMarks() {
		refused(() -> Condition.of("a = ? AND b = '?'"), "which are 1 and not 0");
		refused(() -> Condition.of("a = ?", 1, 2), "which are 1 and not 2");
		refused(() -> Condition.json("a", "x.y"), "must begin with '$'");
	}

	@Test
	void manyConditionsSideBySideAreOne() {
		Condition a = Condition.field("a").equalTo(1);
		Condition b = Condition.field("b").equalTo(2);
		Condition c = Condition.field("c").equalTo(3);
		assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c))).isEqualTo(new Condition.Junction(false, List.of(a, b, c)));
		assertThat(a.or(b).and(c)).isEqualTo(new Condition.Junction(true, List.of(a.or(b), c)));
	}

	/** What is wrong with a value is told as the server's refusals are. */
	private static void refusedValue(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call)
			.withMessageContaining(message);
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
	}

}
