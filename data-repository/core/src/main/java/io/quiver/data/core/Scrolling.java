package io.quiver.data.core;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.SortKey;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;

/**
 * Places in an order of rows, as Spring Data's scroll positions name them: by the values
 * of the sort properties and of the key.
 *
 * @author Quiver
 */
final class Scrolling {

	private final EntityModel<?> model;

	private final ConversionService conversionService;

	private final List<Integer> columns = new ArrayList<>();

	Scrolling(EntityModel<?> model, List<SortKey> sort, ConversionService conversionService) {
		this.model = model;
		this.conversionService = conversionService;
		sort.forEach((key) -> this.columns.add(key.column()));
		IntStream.range(0, model.spec().keySize()).forEach(this.columns::add);
	}

	/**
	 * Add the columns of the position behind those of the result.
	 */
	Projection projection(Projection wanted) {
		return Projection.of(
				IntStream
					.concat(IntStream.range(0, wanted.size()).map(wanted::column),
							this.columns.stream().mapToInt(Integer::intValue))
					.toArray());
	}

	/**
	 * Return the position of a row.
	 * @param row the row
	 * @param from where the columns of the position begin in it
	 */
	KeysetScrollPosition positionOf(Row row, int from) {
		Map<String, @Nullable Object> keys = new LinkedHashMap<>();
		for (int i = 0; i < this.columns.size(); i++) {
			keys.put(path(i), row.get(from + i));
		}
		return ScrollPosition.forward(keys);
	}

	FindRequest from(FindRequest request, KeysetScrollPosition position) {
		if (position.scrollsBackward()) {
			throw new UnsupportedQueryException("Scrolling backward is not offered",
					"scroll forward in the opposite order");
		}
		if (position.isInitial()) {
			return request;
		}
		@Nullable Object[] values = new @Nullable Object[this.columns.size()];
		for (int i = 0; i < values.length; i++) {
			if (!position.getKeys().containsKey(path(i))) {
				throw new UnsupportedQueryException("The scroll position has no value of '%s'".formatted(path(i)),
						"scroll on with the order that the position was made in");
			}
			values[i] = value(i, position.getKeys().get(path(i)));
		}
		return request.after(Row.of(values));
	}

	private String path(int i) {
		return this.model.entity().getColumns().get(this.columns.get(i)).path();
	}

	/**
	 * A position that travelled through a client comes back in the types of its format.
	 */
	private @Nullable Object value(int i, @Nullable Object value) {
		ColumnType type = type(this.columns.get(i));
		if (value == null || type.javaType().isInstance(value)) {
			return value;
		}
		try {
			return switch (type) {
				case TIMESTAMP -> Instant.parse(value.toString());
				case DATE -> LocalDate.parse(value.toString());
				case DECIMAL -> new BigDecimal(value.toString());
				default -> this.conversionService.convert(value, type.javaType());
			};
		}
		catch (ConversionException | DateTimeException | NumberFormatException ex) {
			throw new UnsupportedQueryException("The scroll position's value of '%s' is no %s".formatted(path(i), type),
					"pass positions on unchanged");
		}
	}

	private ColumnType type(int column) {
		return (this.model.spec().columns().get(column) instanceof KeyColumn key) ? key.type()
				: ((ValueColumn) this.model.spec().columns().get(column)).type();
	}

}
