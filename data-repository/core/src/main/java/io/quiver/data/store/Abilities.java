package io.quiver.data.store;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import io.quiver.data.core.query.Option;

/**
 * What a kind of store can do, declared so that query methods are judged when their
 * repository is made. Immutable.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Abilities {

	private final Set<Ability> set;

	private final Set<Option> options;

	private final ShapeRule shape;

	private final SortRule sort;

	private final FilterRule find;

	private final FilterRule nearest;

	private final FilterRule count;

	private final FilterRule delete;

	private Abilities(Builder builder) {
		this.set = Set.copyOf(builder.set);
		this.options = Set.copyOf(builder.options);
		this.shape = builder.shape;
		this.sort = builder.sort;
		this.find = builder.find;
		this.nearest = builder.nearest;
		this.count = builder.count;
		this.delete = builder.delete;
	}

	/**
	 * Declare abilities, beginning with none: what is not declared cannot be done.
	 * @param declaration names what can be done
	 * @return the abilities
	 */
	public static Abilities of(Consumer<Builder> declaration) {
		Builder builder = new Builder();
		declaration.accept(builder);
		return new Abilities(builder);
	}

	public boolean has(Ability ability) {
		return this.set.contains(ability);
	}

	public Set<Ability> all() {
		return this.set;
	}

	public Set<Option> options() {
		return this.options;
	}

	public ShapeRule shape() {
		return this.shape;
	}

	public SortRule sort() {
		return this.sort;
	}

	/**
	 * Return which filters {@link RowStore#find} takes.
	 * @return the rule
	 */
	public FilterRule find() {
		return this.find;
	}

	/**
	 * Return which filters {@link RowStore#nearest} and {@link RowStore#rank} take.
	 * @return the rule
	 */
	public FilterRule nearest() {
		return this.nearest;
	}

	/**
	 * Return which filters {@link RowStore#count} takes.
	 * @return the rule
	 */
	public FilterRule count() {
		return this.count;
	}

	/**
	 * Return which filters {@link RowStore#deleteWhere} takes.
	 * @return the rule
	 */
	public FilterRule delete() {
		return this.delete;
	}

	/**
	 * Collects what a store can do.
	 */
	public static final class Builder {

		private final Set<Ability> set = EnumSet.noneOf(Ability.class);

		private final Set<Option> options = EnumSet.noneOf(Option.class);

		private ShapeRule shape = ShapeRule.any();

		private SortRule sort = SortRule.none();

		private FilterRule find = FilterRule.never("finds rows only by key");

		private FilterRule nearest = FilterRule.never("finds no neighbours");

		private FilterRule count = FilterRule.never("does not count");

		private FilterRule delete = FilterRule.never("deletes only by key");

		private Builder() {
		}

		public Builder can(Ability... abilities) {
			this.set.addAll(Set.of(abilities));
			return this;
		}

		public Builder options(Option... options) {
			this.options.addAll(Set.of(options));
			return this;
		}

		public Builder shape(ShapeRule rule) {
			this.shape = rule;
			return this;
		}

		public Builder sort(SortRule rule) {
			this.sort = rule;
			return this;
		}

		public Builder find(FilterRule rule) {
			this.find = rule;
			return this;
		}

		public Builder nearest(FilterRule rule) {
			this.nearest = rule;
			return this;
		}

		public Builder count(FilterRule rule) {
			this.count = rule;
			return this;
		}

		public Builder delete(FilterRule rule) {
			this.delete = rule;
			return this;
		}

	}

}
