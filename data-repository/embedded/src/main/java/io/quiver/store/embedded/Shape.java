package io.quiver.store.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Projection;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * The shape of a collection in two orders: as it was declared last, and as rows are
 * stored, where columns added later stand behind the others.
 *
 * @param declared the shape as declared
 * @param stored the shape as rows are stored
 * @author Quiver
 */
record Shape(CollectionSpec declared, CollectionSpec stored) {

	static Shape of(CollectionSpec spec) {
		return new Shape(spec, spec);
	}

	/**
	 * Return this shape with the columns of another that it does not have.
	 */
	Shape withColumnsOf(CollectionSpec whole) {
		checkColumns(whole, true);
		List<Column> stored = new ArrayList<>(this.stored.columns());
		whole.columns().stream().filter((column) -> this.stored.indexOf(column.name()) < 0).forEach(stored::add);
		List<Column> declared = new ArrayList<>(whole.columns());
		this.declared.columns().stream().filter((column) -> whole.indexOf(column.name()) < 0).forEach(declared::add);
		return new Shape(new CollectionSpec(whole.name(), declared), new CollectionSpec(whole.name(), stored));
	}

	boolean hasSameColumns(CollectionSpec spec) {
		return new HashSet<>(this.stored.columns()).equals(Set.copyOf(spec.columns()))
				&& keys(this.stored).equals(keys(spec));
	}

	private static List<Column> keys(CollectionSpec spec) {
		return spec.columns().subList(0, spec.keySize());
	}

	/**
	 * Return where the columns of a caller's shape are stored.
	 * @param spec the caller's shape
	 * @return for each of its columns the position in the stored order
	 * @throws InvalidDataAccessResourceUsageException if it has a column that is not
	 * stored, or one of another type
	 */
	int[] positions(CollectionSpec spec) {
		if (spec == this.stored || spec.equals(this.stored)) {
			return IntStream.range(0, spec.columns().size()).toArray();
		}
		checkColumns(spec, false);
		return spec.columns().stream().mapToInt((column) -> this.stored.indexOf(column.name())).toArray();
	}

	static int[] stored(int[] positions, Projection projection) {
		return IntStream.range(0, projection.size()).map((place) -> positions[projection.column(place)]).toArray();
	}

	private void checkColumns(CollectionSpec spec, boolean mayAdd) {
		List<String> differences = new ArrayList<>();
		if (!keys(this.stored).equals(keys(spec))) {
			differences.add("the key is " + keys(this.stored));
		}
		for (Column column : spec.columns()) {
			int position = this.stored.indexOf(column.name());
			if (position < 0) {
				if (!mayAdd) {
					differences.add("it has no column '%s'".formatted(column.name()));
				}
				else if (!column.nullable()) {
					differences.add("it can add only nullable columns, and '%s' is not".formatted(column.name()));
				}
			}
			else if (!this.stored.columns().get(position).equals(column)) {
				differences.add("it has " + this.stored.columns().get(position));
			}
		}
		if (!differences.isEmpty()) {
			throw new InvalidDataAccessResourceUsageException("Collection '%s' has another shape: %s"
				.formatted(spec.name(), differences.stream().collect(Collectors.joining("; "))));
		}
	}

	/**
	 * Return the error of a collection that is there with another shape.
	 */
	InvalidDataAccessResourceUsageException conflict(CollectionSpec wanted) {
		return new InvalidDataAccessResourceUsageException(
				"Collection '%s' is there with another shape: %s instead of %s".formatted(wanted.name(),
						this.declared.columns(), wanted.columns()));
	}

}
