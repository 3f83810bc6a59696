package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.Ability;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities are read by condition, in pages, windows and streams.
 *
 * @author Quiver
 */
final class EntityReadsTopic extends EntityTopic {

	EntityReadsTopic(VectorOperations operations) {
		super(operations);
	}

	private List<NamedArticle> find(Filter filter) {
		return this.operations.find(Query.where(filter).withSort(Sort.by("id")), NamedArticle.class);
	}

	@Behaviour(value = "finds entities by their properties", needs = Ability.LIST)
	void finds() {
		save(10);
		assertThat(find(where("country").is("NL"))).extracting(NamedArticle::views).containsExactly(0L, 2L, 4L, 6L, 8L);
		assertThat(find(Filter.and(where("published").isNull(), where("views").gt(3L)))).extracting(NamedArticle::views)
			.containsExactly(6L, 9L);
		assertThat(find(where("tags").contains("t1"))).extracting(NamedArticle::views).containsExactly(1L, 5L, 9L);
		assertThat(find(where("id").in(List.of("a-0003", "none")))).containsExactly(NamedArticle.of(3));
	}

	@Behaviour(value = "counts and looks whether there is any", needs = Ability.LIST)
	void counts() {
		save(10);
		assertThat(this.operations.count(Query.all(), NamedArticle.class)).isEqualTo(10);
		assertThat(this.operations.count(Query.where(where("views").lt(3L)), NamedArticle.class)).isEqualTo(3);
		assertThat(this.operations.exists(Query.where(where("views").is(9L)), NamedArticle.class)).isTrue();
		assertThat(this.operations.exists(Query.where(where("views").is(10L)), NamedArticle.class)).isFalse();
	}

	@Behaviour(value = "deletes what a condition finds", needs = { Ability.LIST, Ability.DELETE_COUNT })
	void deletes() {
		save(10);
		assertThat(this.operations.delete(Query.where(where("country").is("NL")), NamedArticle.class)).isEqualTo(5);
		assertThat(this.operations.count(Query.all(), NamedArticle.class)).isEqualTo(5);
		assertThat(this.operations.delete(Query.all(), NamedArticle.class)).isEqualTo(5);
	}

	@Behaviour(value = "reads pages that know how many there are", needs = Ability.LIST)
	void pages() {
		save(25);
		Page<NamedArticle> page = this.operations.query(NamedArticle.class)
			.findPage(Query.all(), PageRequest.of(2, 10, Sort.by("views")));
		assertThat(page.getTotalElements()).isEqualTo(25);
		assertThat(page.getTotalPages()).isEqualTo(3);
		assertThat(page).extracting(NamedArticle::views).containsExactly(20L, 21L, 22L, 23L, 24L);
	}

	@Behaviour(value = "sorts by properties, and leaves out and limits", needs = Ability.LIST)
	void sorts() {
		save(10);
		Query query = new Query(null, Sort.by(Sort.Order.asc("country"), Sort.Order.desc("views")), 1, 3,
				SearchOptions.none());
		assertThat(this.operations.find(query, NamedArticle.class)).extracting(NamedArticle::views)
			.containsExactly(7L, 5L, 3L);
	}

	@Behaviour(value = "scrolls through all entities once, by key and by offset",
			needs = { Ability.LIST, Ability.SCROLL })
	void scrolls() {
		save(23);
		for (ScrollPosition start : List.of(ScrollPosition.keyset(), ScrollPosition.offset())) {
			List<NamedArticle> all = new ArrayList<>();
			Query query = Query.all().withSort(Sort.by("country")).withLimit(5);
			Window<NamedArticle> window = this.operations.query(NamedArticle.class).scroll(query, start);
			all.addAll(window.getContent());
			while (window.hasNext()) {
				window = this.operations.query(NamedArticle.class).scroll(query, window.positionAt(window.size() - 1));
				all.addAll(window.getContent());
			}
			assertThat(all).hasSize(23);
			assertThat(new HashSet<>(all)).hasSize(23);
		}
	}

	@Behaviour(value = "streams all entities once", needs = { Ability.LIST, Ability.SCROLL })
	void streams() {
		save(1100);
		try (Stream<NamedArticle> articles = this.operations.query(NamedArticle.class).stream(Query.all())) {
			assertThat(articles.map(NamedArticle::id).distinct()).hasSize(1100);
		}
	}

	@Behaviour(value = "reads into a record and into an interface", needs = Ability.LIST)
	void projections() {
		save(3);
		Query query = Query.all().withSort(Sort.by("views"));
		assertThat(this.operations.query(NamedArticle.class).as(Headline.class).find(query)).containsExactly(
				new Headline("Title 0", "NL"), new Headline("Title 1", "FR"), new Headline("Title 2", "NL"));
		assertThat(this.operations.query(NamedArticle.class).as(Titled.class).find(query)).extracting(Titled::getTitle)
			.containsExactly("Title 0", "Title 1", "Title 2");
	}

	@Behaviour(value = "finds without keeping the caller waiting", needs = Ability.LIST)
	void asynchronous() {
		save(3);
		assertThat(this.operations.query(NamedArticle.class).findAsync(Query.all()).join()).hasSize(3);
	}

	/**
	 * Two properties of an article.
	 *
	 * @param title the title
	 * @param country the country
	 */
	record Headline(String title, String country) {
	}

	/**
	 * One property of an article.
	 */
	interface Titled {

		String getTitle();

	}

}
