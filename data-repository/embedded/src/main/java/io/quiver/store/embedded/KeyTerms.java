package io.quiver.store.embedded;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
import org.apache.lucene.util.BytesRef;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Keys as single terms: the components one after the other, none the beginning of
 * another, in the order of the keys.
 *
 * @author Quiver
 */
final class KeyTerms {

	private static final int MAX_LENGTH = 32_000;

	private final CollectionSpec spec;

	private final ColumnType[] types;

	KeyTerms(CollectionSpec spec) {
		this.spec = spec;
		this.types = spec.columns()
			.subList(0, spec.keySize())
			.stream()
			.map((column) -> ((KeyColumn) column).type())
			.toArray(ColumnType[]::new);
	}

	BytesRef term(Key key) {
		if (key.parts().size() != this.types.length) {
			throw new InvalidDataAccessApiUsageException(
					"Key %s has %d components, but those of collection '%s' have %d".formatted(key, key.parts().size(),
							this.spec.name(), this.types.length));
		}
		ByteWriter term = new ByteWriter(16);
		for (int i = 0; i < this.types.length; i++) {
			append(term, i, key.parts().get(i));
		}
		if (term.length() > MAX_LENGTH) {
			throw new InvalidDataAccessApiUsageException(
					"A key of collection '%s' takes %d bytes; at most %d are possible".formatted(this.spec.name(),
							term.length(), MAX_LENGTH));
		}
		return new BytesRef(term.toBytes());
	}

	private void append(ByteWriter term, int component, Object value) {
		ColumnType type = this.types[component];
		if (!type.javaType().isInstance(value)) {
			throw new InvalidDataAccessApiUsageException("Key column '%s' of collection '%s' is of type %s, not %s"
				.formatted(this.spec.columns().get(component).name(), this.spec.name(), type,
						value.getClass().getName()));
		}
		byte[] bytes = SortableBytes.of(type, value);
		if (SortableBytes.width(type) > 0) {
			term.put(bytes);
			return;
		}
		for (byte b : bytes) {
			term.put(b);
			if (b == 0) {
				term.put(0xFF);
			}
		}
		term.put(0).put(0);
	}

}
