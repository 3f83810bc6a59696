package io.quiver.data.core;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.FilterText;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * Judges queries against the abilities of a store: methods when their repository is made,
 * and every query again when it runs.
 *
 * @author Quiver
 */
final class StoreQueryPlanner implements QueryPlanner {

	private final RowStore store;

	private final Abilities abilities;

	private final EntityModels models;

	StoreQueryPlanner(RowStore store, EntityModels models) {
		this.store = store;
		this.abilities = store.kind().abilities();
		this.models = models;
	}

	@Override
	public @Nullable Objection objection(QueryShape shape) {
		try {
			EntityModel<?> model = this.models.get(shape.type());
			if (shape.nearProperty() != null) {
				vectorColumn(model, shape.nearProperty());
			}
			shape.textProperties().forEach((property) -> textColumn(model, property));
			check(model,
					new Demand(shape.action(), model.placeholders().mapNullable(shape.filter()),
							SortKeys.of(model, shape.sort()), shape.nearProperty() != null, shape.within(),
							!shape.textProperties().isEmpty(), shape.options()));
			return null;
		}
		catch (UnsupportedQueryException ex) {
			return new Objection(ex.getProblem(), ex.getWayOut());
		}
		catch (UnsupportedEntityException ex) {
			return new Objection("%s cannot be kept in store %s, which %s".formatted(ex.getEntity().getSimpleName(),
					ex.getStore(), ex.getProblem()), ex.getWayOut());
		}
	}

	/**
	 * Refuse what the store cannot do.
	 * @throws UnsupportedQueryException if there is an objection
	 */
	void check(EntityModel<?> model, Demand demand) {
		CollectionSpec spec = model.spec();
		for (Option option : demand.options()) {
			if (!this.abilities.options().contains(option)) {
				throw refused("has no option " + option, "leave it unset or use another store");
			}
		}
		if (demand.filter() != null && !this.abilities.has(Ability.DYNAMIC_FIELDS)) {
			for (String field : FilterText.of(demand.filter()).fields()) {
				if (isMetadata(spec, field)) {
					throw refused("does not filter by keys of free metadata, as by '%s'".formatted(field),
							"give the key a property of its own or use another store");
				}
			}
		}
		switch (demand.action()) {
			case FIND, SCROLL -> checkFind(spec, demand);
			case SEARCH -> checkSearch(spec, demand);
			case COUNT -> checkSummary(spec, demand, "count", this.abilities.count());
			case DELETE -> checkSummary(spec, demand, "delete", this.abilities.delete());
		}
	}

	private void checkFind(CollectionSpec spec, Demand demand) {
		if (demand.filter() == null && !this.abilities.has(Ability.LIST)) {
			throw refused("does not list rows without a condition",
					"find by id, add a condition, or use another store");
		}
		if (demand.action() == Action.SCROLL && !this.abilities.has(Ability.SCROLL)) {
			throw refused("does not go on from the last row seen", "read pages or use another store");
		}
		checkFilter(this.abilities.find(), demand.filter(), spec,
				"find by id, filter by other properties, or use another store");
		if (!demand.sort().isEmpty()) {
			String objection = this.abilities.sort().objection(demand.sort(), spec);
			if (objection != null) {
				throw refused(objection, "leave the order out or use another store");
			}
		}
	}

	private void checkSearch(CollectionSpec spec, Demand demand) {
		if (!demand.sort().isEmpty()) {
			throw new UnsupportedQueryException("A search is ordered by rank and by nothing else",
					"leave the order out");
		}
		if (demand.text()) {
			if (demand.within()) {
				throw new UnsupportedQueryException("The rank of a text has no bound", "leave the range out");
			}
			if (demand.near() && !this.abilities.has(Ability.HYBRID)) {
				throw refused("does not fuse text and nearness", "search by one of them or use another store");
			}
			if (!this.abilities.has(Ability.TEXT)) {
				throw refused("does not rank by the words of a text", "use another store");
			}
		}
		if (demand.near()) {
			checkNearest(demand.options().contains(Option.EXACT));
		}
		checkFilter(this.abilities.nearest(), demand.filter(), spec, "filter by other properties or use another store");
	}

	private void checkNearest(boolean exact) {
		if (exact && !this.abilities.has(Ability.NEAREST_EXACT)) {
			throw refused("does not compare every row", "search without 'exact' or use another store");
		}
		if (!exact && !this.abilities.has(Ability.NEAREST)) {
			if (this.abilities.has(Ability.NEAREST_EXACT)) {
				throw refused("finds neighbours only by comparing every row",
						"search with 'exact' or use another store");
			}
			throw refused("finds no neighbours", "use another store");
		}
	}

	private void checkSummary(CollectionSpec spec, Demand demand, String verb, FilterRule rule) {
		if (!demand.near()) {
			checkFilter(rule, demand.filter(), spec, "use other conditions or another store");
			return;
		}
		if (!demand.within()) {
			throw new UnsupportedQueryException("To %s the nearest rows there must be a bound".formatted(verb),
					"give the least similarity");
		}
		if (!this.abilities.has(Ability.RANGE)) {
			throw refused(
					"does not find every row of a range of similarities, which is needed to %s them".formatted(verb),
					"search within the range and %s what is found, or use another store".formatted(verb));
		}
		checkFilter(this.abilities.nearest(), demand.filter(), spec, "use other conditions or another store");
	}

	private void checkFilter(FilterRule rule, @Nullable Filter filter, CollectionSpec spec, String wayOut) {
		String objection = rule.objection(filter, spec);
		if (objection != null) {
			throw refused(objection, wayOut);
		}
	}

	private UnsupportedQueryException refused(String objection, String wayOut) {
		return new UnsupportedQueryException(
				"Store '%s' (%s) %s".formatted(this.store.name(), this.store.kind(), objection), wayOut);
	}

	private static boolean isMetadata(CollectionSpec spec, String field) {
		int dot = field.indexOf('.');
		int column = (dot > 0 && spec.indexOf(field) < 0) ? spec.indexOf(field.substring(0, dot)) : -1;
		return column >= 0 && spec.columns().get(column) instanceof MapColumn;
	}

	static int vectorColumn(EntityModel<?> model, String property) {
		int column = model.paths().resolveColumn(property);
		if (model.spec().columns().get(column) instanceof VectorColumn) {
			return column;
		}
		throw new UnsupportedQueryException("'%s' is no vector".formatted(property),
				"annotate it with @VectorField, or name a vector property");
	}

	static int textColumn(EntityModel<?> model, String property) {
		int column = model.paths().resolveColumn(property);
		if (model.spec().columns().get(column) instanceof ValueColumn value && value.fullText()) {
			return column;
		}
		throw new UnsupportedQueryException("The words of '%s' are not searched".formatted(property),
				"annotate it with @FullText");
	}

	@Override
	public String describe(QueryShape shape) {
		EntityModel<?> model = this.models.get(shape.type());
		StringBuilder text = new StringBuilder(shape.action().name().toLowerCase(Locale.ROOT));
		if (!shape.textProperties().isEmpty()) {
			text.append(" by words of ").append(String.join(", ", shape.textProperties()));
		}
		if (shape.nearProperty() != null) {
			VectorColumn column = (VectorColumn) model.spec().columns().get(vectorColumn(model, shape.nearProperty()));
			text.append(
					" nearest to '%s' (%s, %d)".formatted(shape.nearProperty(), column.metric(), column.dimension()));
			text.append((shape.within()) ? " within ?" : "");
		}
		Filter filter = model.placeholders().mapNullable(shape.filter());
		if (filter != null) {
			text.append(" where ").append(FilterText.of(filter).text());
		}
		if (shape.sort().isSorted()) {
			text.append(" order by ")
				.append(shape.sort()
					.stream()
					.map((order) -> order.getProperty() + ((order.isDescending()) ? " desc" : ""))
					.collect(Collectors.joining(", ")));
		}
		return text.append(" in '%s' on %s (%s)".formatted(model.spec().name(), this.store.name(), this.store.kind()))
			.toString();
	}

	/**
	 * What a query demands of a store.
	 *
	 * @param action what is done with the rows
	 * @param filter the condition on columns, or {@code null}
	 * @param sort the order
	 * @param near whether vectors are compared
	 * @param within whether similarities are bounded
	 * @param text whether a text is ranked by
	 * @param options the options set
	 */
	record Demand(Action action, @Nullable Filter filter, List<SortKey> sort, boolean near, boolean within,
			boolean text, Set<Option> options) {

		static Demand of(Action action, @Nullable Filter filter) {
			return new Demand(action, filter, List.of(), false, false, false, Set.of());
		}

	}

}
