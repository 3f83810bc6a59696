package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.util.ClassUtils;

/**
 * Changes some columns of a row.
 *
 * @author Quiver
 */
final class EntityPatch {

	private static final int ATTEMPTS = 50;

	private final TemplateContext context;

	private final RowStore store;

	private final EntityModel<?> model;

	private final CollectionSpec spec;

	EntityPatch(TemplateContext context, EntityModel<?> model) {
		this.context = context;
		this.store = context.store();
		this.model = model;
		this.spec = model.spec();
	}

	boolean apply(Object id, Map<String, ?> changes, SearchOptions reading, WriteOptions writing) {
		EntityWrites.requireAbility(this.store, WriteMode.MERGE);
		Key key = this.model.ids().toKey(id);
		List<Integer> columns = new ArrayList<>(IntStream.range(0, this.spec.keySize()).boxed().toList());
		List<@Nullable Object> values = new ArrayList<>(key.parts());
		changes.forEach((path, value) -> {
			int column = column(path);
			columns.add(column);
			values.add(value(column, value));
		});
		this.context.schemas().ensure(this.model);
		if (changes.isEmpty()) {
			return this.store.get(this.spec, List.of(key), Projection.key(this.spec), reading).get(0) != null;
		}
		return (this.spec.versionColumn() < 0) ? merge(columns, values, null, writing)
				: mergeVersioned(key, columns, values, reading, writing);
	}

	/**
	 * The version rises over the one that is there, whichever that is: who changes single
	 * properties has not read the others.
	 */
	private boolean mergeVersioned(Key key, List<Integer> columns, List<@Nullable Object> values, SearchOptions reading,
			WriteOptions writing) {
		int version = this.spec.versionColumn();
		columns.add(version);
		OptimisticLockingFailureException last = null;
		for (int i = 0; i < ATTEMPTS; i++) {
			Row row = this.store.get(this.spec, List.of(key), Projection.of(version), reading).get(0);
			if (row == null) {
				return false;
			}
			Number current = (row.get(0) instanceof Number number) ? number : Integer.valueOf(0);
			List<@Nullable Object> all = new ArrayList<>(values);
			all.add((current instanceof Integer) ? (Object) (current.intValue() + 1) : current.longValue() + 1);
			try {
				return merge(columns, all, current.longValue(), writing);
			}
			catch (OptimisticLockingFailureException ex) {
				last = ex;
			}
		}
		throw new OptimisticLockingFailureException(
				"Row %s of '%s' was changed by others %d times meanwhile; try again later".formatted(key,
						this.spec.name(), ATTEMPTS),
				last);
	}

	private boolean merge(List<Integer> columns, List<@Nullable Object> values, @Nullable Long expected,
			WriteOptions options) {
		WriteResult result = this.store.write(new WriteRequest(this.spec, WriteMode.MERGE,
				Projection.of(columns.stream().mapToInt(Integer::intValue).toArray()),
				List.of(Row.of(values.toArray())), (expected != null) ? List.of(expected) : null, options));
		if (result.failures().isEmpty()) {
			this.store.afterWrites(this.spec, options);
			return true;
		}
		DataAccessException cause = result.failures().get(0).cause();
		if (cause instanceof IncorrectUpdateSemanticsDataAccessException) {
			return false;
		}
		throw cause;
	}

	private int column(String path) {
		int column = this.model.paths().resolveColumn(path);
		if (column < this.spec.keySize()) {
			throw new UnsupportedQueryException("'%s' is the id, which never changes".formatted(path),
					"delete the entity and insert it under its new id");
		}
		if (column == this.spec.versionColumn()) {
			throw new UnsupportedQueryException("'%s' is the version, which rises by itself".formatted(path),
					"leave it out");
		}
		return column;
	}

	private @Nullable Object value(int column, @Nullable Object value) {
		ColumnMapping mapping = this.model.entity().getColumns().get(column);
		Object converted = null;
		if (value != null) {
			converted = this.model.writer().toColumn(mapping, toJavaType(mapping, value));
		}
		else {
			StoreAbilities.require(this.store, Ability.MERGE_NULL,
					"keeps the old value of '%s' where null is given".formatted(mapping.path()),
					"give a value that stands for none");
		}
		this.model.checks().checkValue(column, converted);
		return converted;
	}

	private Object toJavaType(ColumnMapping mapping, Object value) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(mapping.property().getType());
		ConversionService conversions = this.context.mapping().getConversionService();
		if (type.isInstance(value)) {
			return value;
		}
		try {
			Object converted = conversions.convert(value, type);
			if (converted != null) {
				return converted;
			}
		}
		catch (ConversionException ex) {
			// told below with the property's name
		}
		throw new UnsupportedQueryException("'%s' is of type %s, but a %s was given".formatted(mapping.path(),
				type.getSimpleName(), value.getClass().getSimpleName()), "give a value of its own type");
	}

}
