package io.quiver.data.core.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.Metadata;
import io.quiver.data.core.mapping.ValueCodec;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.And;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Contains;
import io.quiver.data.core.query.Filter.In;
import io.quiver.data.core.query.Filter.IsNull;
import io.quiver.data.core.query.Filter.Matches;
import io.quiver.data.core.query.Filter.Not;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Or;
import io.quiver.data.core.query.Filter.Text;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionService;
import org.springframework.data.mapping.PersistentPropertyAccessor;

/**
 * Filters on property paths to filters on columns.
 *
 * @author Quiver
 * @since 0.1
 */
public final class FilterMapper {

	private static final int MAX_DEPTH = 200;

	private final PropertyPaths paths;

	private final boolean placeholders;

	private final FilterValues values;

	private FilterMapper(PropertyPaths paths, ConversionService conversionService, boolean placeholders) {
		this.paths = paths;
		this.placeholders = placeholders;
		this.values = new FilterValues(conversionService);
	}

	/**
	 * Return the mapper of filters that are to be carried out.
	 * @param paths the paths of the entity
	 * @param conversionService brings values to the types of their properties
	 * @return the mapper
	 */
	public static FilterMapper ofValues(PropertyPaths paths, ConversionService conversionService) {
		return new FilterMapper(paths, conversionService, false);
	}

	/**
	 * Return the mapper of filters whose values are not known yet.
	 * @param paths the paths of the entity
	 * @param conversionService brings values to the types of their properties
	 * @return the mapper; it leaves values as they are
	 */
	public static FilterMapper ofPlaceholders(PropertyPaths paths, ConversionService conversionService) {
		return new FilterMapper(paths, conversionService, true);
	}

	/**
	 * Map a filter.
	 * @param filter the filter on property paths
	 * @return the filter on columns
	 * @throws UnsupportedQueryException if the entity cannot be asked so
	 */
	public @Nullable Filter mapNullable(@Nullable Filter filter) {
		return (filter != null) ? map(filter, 1) : null;
	}

	private Filter map(Filter filter, int depth) {
		if (depth > MAX_DEPTH) {
			throw new UnsupportedQueryException("The filter is nested deeper than " + MAX_DEPTH,
					"join conditions side by side with and(...), or(...) or in(...)");
		}
		if (filter instanceof And and) {
			return new And(and.filters().stream().map((part) -> map(part, depth + 1)).toList());
		}
		if (filter instanceof Or or) {
			return new Or(or.filters().stream().map((part) -> map(part, depth + 1)).toList());
		}
		if (filter instanceof Not not) {
			return new Not(map(not.filter(), depth + 1));
		}
		if (filter instanceof Comparison comparison) {
			return comparison(comparison);
		}
		if (filter instanceof In in) {
			return in(in);
		}
		if (filter instanceof Contains contains) {
			return contains(contains);
		}
		if (filter instanceof Text text) {
			Asked asked = asked(text.field());
			requireString(asked);
			return new Text(asked.field(), text.position(), text.text(), text.ignoreCase());
		}
		if (filter instanceof Matches matches) {
			Asked asked = asked(matches.field());
			if (!asked.mapping().property().isFullText()) {
				throw new UnsupportedQueryException("The words of '%s' are not searched".formatted(asked.path()),
						"annotate it with @FullText");
			}
			return new Matches(asked.field(), matches.text());
		}
		return isNull((IsNull) filter);
	}

	private Filter comparison(Comparison comparison) {
		PropertyPaths.Target target = this.paths.resolve(comparison.field());
		if (isWholeId(target)) {
			if (comparison.operator() != Operator.EQ || comparison.ignoreCase()) {
				throw new UnsupportedQueryException("'%s' has several components and no order".formatted(target.path()),
						"compare its components");
			}
			return idEquals(target, comparison.value());
		}
		Asked asked = asked(comparison.field());
		if (comparison.ignoreCase()) {
			if (comparison.operator() != Operator.EQ) {
				throw new UnsupportedQueryException(
						"Case is ignored only when strings are compared for equality, not at '%s'"
							.formatted(asked.path()),
						"do not ignore case");
			}
			requireString(asked);
		}
		return new Comparison(asked.field(), comparison.operator(), single(asked, comparison.value()),
				comparison.ignoreCase());
	}

	private Filter in(In in) {
		PropertyPaths.Target target = this.paths.resolve(in.field());
		if (isWholeId(target)) {
			return new Or(in.values().stream().map((value) -> idEquals(target, value)).toList());
		}
		Asked asked = asked(in.field());
		requireSingle(asked);
		return new In(asked.field(), in.values().stream().map((value) -> single(asked, value)).toList());
	}

	private Filter contains(Contains contains) {
		Asked asked = asked(contains.field());
		if (asked.metadataKey() == null && !(asked.mapping().column() instanceof ListColumn)) {
			throw new UnsupportedQueryException("'%s' is no list".formatted(asked.path()),
					"compare it, or look for a text in it");
		}
		return new Contains(asked.field(), value(asked, contains.element()));
	}

	private Filter isNull(IsNull isNull) {
		PropertyPaths.Target target = this.paths.resolve(isNull.field());
		List<Filter> parts = new ArrayList<>();
		for (int column : target.columns()) {
			parts.add(new IsNull(asked(target, column).field()));
		}
		return Filter.and(parts.toArray(Filter[]::new));
	}

	private Filter idEquals(PropertyPaths.Target target, Object id) {
		VectorPersistentEntity<?> idEntity = Objects.requireNonNull(this.paths.entity().getIdEntity());
		if (!this.placeholders && !idEntity.getType().isInstance(id)) {
			throw new UnsupportedQueryException(
					"'%s' is of type %s".formatted(target.path(), idEntity.getType().getSimpleName()),
					"give a value of its own type");
		}
		PersistentPropertyAccessor<Object> accessor = (this.placeholders) ? null : idEntity.getPropertyAccessor(id);
		List<Filter> parts = new ArrayList<>();
		for (int column : target.columns()) {
			Asked asked = asked(target, column);
			Object part = (accessor != null) ? accessor.getProperty(asked.mapping().property()) : id;
			parts.add(new Comparison(asked.field(), Operator.EQ, single(asked, part), false));
		}
		return new And(parts);
	}

	private boolean isWholeId(PropertyPaths.Target target) {
		return this.paths.entity().getIdEntity() != null && target.path().equals(this.paths.idProperty().getName());
	}

	private Asked asked(String path) {
		PropertyPaths.Target target = this.paths.resolve(path);
		if (target.columns().size() > 1) {
			throw new UnsupportedQueryException("'%s' has several components".formatted(path),
					"name one of its components");
		}
		return asked(target, target.columns().get(0));
	}

	private Asked asked(PropertyPaths.Target target, int column) {
		ColumnMapping mapping = this.paths.mapping(column);
		if (!mapping.property().isIndexed()) {
			throw new UnsupportedQueryException("'%s' is not indexed".formatted(target.path()),
					"remove indexed = false from its @Field");
		}
		String name = mapping.column().name();
		return new Asked(target.path(), (target.metadataKey() != null) ? name + "." + target.metadataKey() : name,
				target.metadataKey(), mapping);
	}

	private Object single(Asked asked, @Nullable Object value) {
		requireSingle(asked);
		return value(asked, value);
	}

	private Object value(Asked asked, @Nullable Object value) {
		ValueCodec codec = asked.mapping().codec();
		if (value != null && this.placeholders) {
			return value;
		}
		if (asked.metadataKey() != null && value != null) {
			return new Metadata(asked.mapping().path()).value(asked.metadataKey(), value);
		}
		if (value == null || codec == null) {
			throw new UnsupportedQueryException("'%s' is compared with null".formatted(asked.path()),
					"ask whether it is null instead");
		}
		return this.values.convert(asked.mapping(), codec, value);
	}

	private static void requireSingle(Asked asked) {
		Column column = asked.mapping().column();
		if (asked.metadataKey() != null) {
			return;
		}
		if (column instanceof ListColumn) {
			throw new UnsupportedQueryException("'%s' is a list and cannot be compared".formatted(asked.path()),
					"ask for an element of it");
		}
		ValueCodec codec = asked.mapping().codec();
		if (codec == null || codec.columnType() == ColumnType.BINARY) {
			throw new UnsupportedQueryException("'%s' cannot be compared".formatted(asked.path()),
					"ask only whether it is null");
		}
	}

	private static void requireString(Asked asked) {
		requireSingle(asked);
		ValueCodec codec = asked.mapping().codec();
		if (codec != null && codec.columnType() != ColumnType.STRING) {
			throw new UnsupportedQueryException("'%s' is no string".formatted(asked.path()), "compare its value");
		}
	}

	/**
	 * What a condition asks.
	 *
	 * @param path the property path
	 * @param field the column, or the key in a column of free metadata
	 * @param metadataKey the key, or {@code null}
	 * @param mapping the column
	 */
	private record Asked(String path, String field, @Nullable String metadataKey, ColumnMapping mapping) {
	}

}
