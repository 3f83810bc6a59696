package io.quiver.store.seekdb;

import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.SortKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class SeekdbAbilitiesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a`b", "a;b", "../a", "a.b", "a'b", "a\"b", "a\\b", "a\u0000b",
			"\u00e9t\u00e9", "\ud83d\ude00" })
	void refusesNamesOfCollectionsThatAreNone(String name) {
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec(name))).contains("names of collections")
			.doesNotContain("\u0000");
	}

	@Test
	void refusesLongNames() {
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec("n".repeat(64)))).isNull();
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec("n".repeat(65)))).contains("64");
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec("c", Specs.value("n".repeat(128), ColumnType.LONG))))
			.isNull();
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec("c", Specs.value("n".repeat(129), ColumnType.LONG))))
			.contains("128");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a`b", "a;b", "a'b", "a\\b", "a\u0000b", "~distance", "a)b" })
	void refusesNamesOfColumnsThatAreNone(String name) {
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec("c", Specs.value(name, ColumnType.LONG))))
			.contains("names of columns");
	}

	@Test
	void refusesColumnsThatDifferInCaseOnly() {
		assertThat(SeekdbAbilities.shapeObjection(
				Specs.spec("c", Specs.value("title", ColumnType.LONG), Specs.value("Title", ColumnType.LONG))))
			.contains("Title");
	}

	@Test
	void refusesKeysOfSeveralForms() {
		for (ColumnType type : List.of(ColumnType.BINARY, ColumnType.DECIMAL)) {
			assertThat(
					SeekdbAbilities.shapeObjection(new CollectionSpec("c", List.of(new KeyColumn("id", type, false)))))
				.contains(type.name());
		}
		assertThat(SeekdbAbilities
			.shapeObjection(new CollectionSpec("c", List.of(new KeyColumn("id", ColumnType.DATE, true)))))
			.contains("DATE");
		List<Column> strings = IntStream.range(0, 9)
			.<Column>mapToObj((i) -> Specs.key("k" + i, ColumnType.STRING))
			.toList();
		assertThat(SeekdbAbilities.shapeObjection(new CollectionSpec("c", strings))).contains("8 strings");
		assertThat(SeekdbAbilities.shapeObjection(new CollectionSpec("c", strings.subList(0, 8)))).isNull();
	}

	@Test
	void refusesVectorsThatNoIndexTakes() {
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec("c", Specs.vector("v", 4096, Metric.COSINE)))).isNull();
		assertThat(SeekdbAbilities.shapeObjection(Specs.spec("c", Specs.vector("v", 4097, Metric.COSINE))))
			.contains("4096");
	}

	@Test
	void refusesWordsOfWhatIsNoText() {
		assertThat(SeekdbAbilities
			.shapeObjection(Specs.spec("c", new ValueColumn("n", ColumnType.LONG, true, true, true, false))))
			.contains("'n'");
	}

	@Test
	void refusesConditionsThatAColumnCannotAnswer() {
		assertThat(List.of(where("nobody").is(1L), where("v").is(1L), where("tags").is("x"),
				where("views").startsWith("1"), where("title").contains("x"), where("title").matches("x"),
				where("views").isIgnoreCase("x"), where("title.x").is("y"),
				Filter.and(where("views").is(1L), Filter.not(where("v").is(1L)))))
			.allSatisfy((filter) -> assertThat(SeekdbAbilities.filterObjection(filter, Specs.ARTICLES)).isNotBlank());
	}

	@Test
	void sortsBySingleValuesOnly() {
		assertThat(SeekdbAbilities.sortObjection(List.of(new SortKey(Specs.ARTICLES.indexOf("tags"), false, false)),
				Specs.ARTICLES))
			.contains("tags");
		assertThat(SeekdbAbilities.sortObjection(
				List.of(new SortKey(Specs.ARTICLES.indexOf("price"), false, false), new SortKey(0, true, false)),
				Specs.ARTICLES))
			.isNull();
	}

}
