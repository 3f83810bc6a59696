package io.quiver.store.contract;

import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.repository.support.VectorRepositoryFactory;
import io.quiver.data.store.Ability;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The methods that every repository has.
 *
 * @author Quiver
 */
final class RepositoryBaseTopic extends EntityTopic {

	private final VectorRepository<Article, Object> articles;

	@SuppressWarnings("unchecked")
	RepositoryBaseTopic(VectorOperations operations) {
		super(operations);
		this.articles = (VectorRepository<Article, Object>) new VectorRepositoryFactory(operations)
			.getRepository(this.kind.repository());
	}

	private List<Article> some(int count) {
		return IntStream.range(0, count).mapToObj(this::article).toList();
	}

	@Behaviour("saves, finds and deletes by id")
	void byId() {
		this.articles.saveAll(some(3));
		assertThat(this.articles.findById(id(1))).contains(article(1));
		assertThat(this.articles.existsById(id(1))).isTrue();
		assertThat(this.articles.findAllById(List.of(id(2), id(NOBODY)))).containsExactly(article(2));
		this.articles.deleteById(id(1));
		this.articles.deleteById(id(1));
		assertThat(this.articles.findById(id(1))).isEmpty();
		this.articles.delete(article(2));
		assertThat(this.articles.existsById(id(2))).isFalse();
		this.articles.deleteAll(some(1));
		assertThat(this.articles.existsById(id(0))).isFalse();
	}

	@Behaviour("saves nothing when given nothing")
	void nothing() {
		assertThat(this.articles.saveAll(List.of())).isEmpty();
	}

	@Behaviour(value = "inserts what is new and updates what is there", needs = { Ability.INSERT, Ability.UPDATE })
	void insertAndUpdate() {
		this.articles.insert(article(1));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.articles.insert(article(1)));
		this.articles.update(article(1).withTitle("new"));
		assertThat(this.articles.findById(id(1))).contains(article(1).withTitle("new"));
		assertThatExceptionOfType(IncorrectUpdateSemanticsDataAccessException.class)
			.isThrownBy(() -> this.articles.update(article(2)));
	}

	@Behaviour(value = "lists, counts and deletes all", needs = { Ability.LIST, Ability.DELETE_COUNT })
	void all() {
		this.articles.saveAll(some(12));
		assertThat(this.articles.findAll()).hasSize(12);
		assertThat(this.articles.findAll(Sort.by("views").descending())).startsWith(article(11));
		assertThat(this.articles.findAll(PageRequest.of(1, 5, Sort.by("views"))).getContent())
			.containsExactlyElementsOf(some(12).subList(5, 10));
		assertThat(this.articles.count()).isEqualTo(12);
		this.articles.deleteAll();
		assertThat(this.articles.count()).isZero();
	}

}
