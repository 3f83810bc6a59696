package io.quiver.data.core.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import io.quiver.data.store.Column.MapColumn;
import org.jspecify.annotations.Nullable;

/**
 * What the property paths of an entity lead to. A component of the id is also reached by
 * its own name where no property has it.
 *
 * @author Quiver
 * @since 0.1
 */
public final class PropertyPaths {

	private final VectorPersistentEntity<?> entity;

	private final Map<String, List<Integer>> columns = new HashMap<>();

	public PropertyPaths(VectorPersistentEntity<?> entity) {
		this.entity = entity;
		List<ColumnMapping> mappings = entity.getColumns();
		for (int i = 0; i < mappings.size(); i++) {
			this.columns.put(mappings.get(i).path(), List.of(i));
		}
		if (entity.getIdEntity() != null) {
			int keySize = entity.getCollection().keySize();
			this.columns.put(entity.getRequiredIdProperty().getName(), IntStream.range(0, keySize).boxed().toList());
			for (int i = 0; i < keySize; i++) {
				this.columns.putIfAbsent(mappings.get(i).property().getName(), List.of(i));
			}
		}
	}

	/**
	 * Follow a path.
	 * @param path the property path
	 * @return where it leads
	 * @throws UnsupportedQueryException if it leads nowhere
	 */
	public Target resolve(String path) {
		List<Integer> found = this.columns.get(path);
		if (found != null) {
			return new Target(path, found, null);
		}
		int dot = path.indexOf('.');
		if (dot > 0 && dot < path.length() - 1) {
			List<Integer> map = this.columns.get(path.substring(0, dot));
			if (map != null && map.size() == 1 && mapping(map.get(0)).column() instanceof MapColumn) {
				return new Target(path, map, path.substring(dot + 1));
			}
		}
		throw new UnsupportedQueryException(
				"No property '%s' found on %s".formatted(path, this.entity.getType().getSimpleName()),
				"it has " + new TreeSet<>(this.columns.keySet()));
	}

	/**
	 * Follow a path that leads to one column.
	 * @param path the property path
	 * @return the position of the column
	 */
	public int resolveColumn(String path) {
		Target target = resolve(path);
		if (target.columns().size() > 1 || target.metadataKey() != null) {
			throw new UnsupportedQueryException("'%s' of %s is not kept in a column of its own".formatted(path,
					this.entity.getType().getSimpleName()), "name a single property");
		}
		return target.columns().get(0);
	}

	ColumnMapping mapping(int column) {
		return this.entity.getColumns().get(column);
	}

	VectorPersistentEntity<?> entity() {
		return this.entity;
	}

	VectorPersistentProperty idProperty() {
		return this.entity.getRequiredIdProperty();
	}

	/**
	 * Where a path leads.
	 *
	 * @param path the path
	 * @param columns the positions of the columns: several for an id of several
	 * components
	 * @param metadataKey the key inside a column of free metadata, or {@code null}
	 */
	public record Target(String path, List<Integer> columns, @Nullable String metadataKey) {
	}

}
