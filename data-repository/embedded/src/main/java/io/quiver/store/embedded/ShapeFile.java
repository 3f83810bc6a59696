package io.quiver.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.store.embedded.disk.OwnerFiles;
import io.quiver.store.embedded.disk.WriteGuard;

/**
 * A shape as a file: magic and version, the columns as they are stored, their declared
 * order, a check sum. Kinds and types are numbers, so that no stored byte names anything
 * that could be loaded.
 *
 * @author Quiver
 */
final class ShapeFile {

	private static final int MAGIC = 0x51565253;

	private static final int VERSION = 1;

	private static final List<ColumnType> TYPES = List.of(ColumnType.BOOLEAN, ColumnType.INTEGER, ColumnType.LONG,
			ColumnType.FLOAT, ColumnType.DOUBLE, ColumnType.DECIMAL, ColumnType.STRING, ColumnType.UUID,
			ColumnType.TIMESTAMP, ColumnType.DATE, ColumnType.BINARY);

	private static final List<Metric> METRICS = List.of(Metric.EUCLIDEAN, Metric.COSINE, Metric.INNER_PRODUCT);

	private ShapeFile() {
	}

	static void write(Path file, Shape shape, WriteGuard guard) throws IOException {
		ByteWriter out = new ByteWriter(512);
		out.putInt(MAGIC).put(VERSION).putSized(Wtf8.encode(shape.stored().name()));
		out.putSize(shape.stored().columns().size());
		shape.stored().columns().forEach((column) -> write(out, column));
		out.putSize(shape.declared().columns().size());
		shape.declared().columns().forEach((column) -> out.putSize(shape.stored().indexOf(column.name())));
		out.putInt(checksum(out.toBytes(), out.length()));
		OwnerFiles.replace(file, out.toBytes(), guard);
	}

	private static void write(ByteWriter out, Column column) {
		byte[] name = Wtf8.encode(column.name());
		switch (column) {
			case KeyColumn key -> out.put(1).putSized(name).put(TYPES.indexOf(key.type())).put(bit(key.generated()));
			case ValueColumn value -> out.put(2)
				.putSized(name)
				.put(TYPES.indexOf(value.type()))
				.put(bit(value.nullable()))
				.put(bit(value.indexed()))
				.put(bit(value.fullText()))
				.put(bit(value.version()));
			case ListColumn list ->
				out.put(3).putSized(name).put(TYPES.indexOf(list.elementType())).put(bit(list.nullable()));
			case MapColumn map -> out.put(4).putSized(name);
			case VectorColumn vector -> out.put(5)
				.putSized(name)
				.putSize(vector.dimension())
				.put(METRICS.indexOf(vector.metric()))
				.put(bit(vector.nullable()));
		}
	}

	static Shape read(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		try {
			if (bytes.length < 8
					|| new ByteReader(bytes, bytes.length - 4, 4).getInt() != checksum(bytes, bytes.length - 4)) {
				throw new FormatException("its check sum is wrong");
			}
			return read(new ByteReader(bytes, 0, bytes.length - 4));
		}
		catch (FormatException | IllegalArgumentException ex) {
			throw new DamagedException(file, ex);
		}
	}

	private static Shape read(ByteReader in) {
		if (in.getInt() != MAGIC) {
			throw new FormatException("it does not begin as shapes do");
		}
		int version = in.get();
		if (version != VERSION) {
			throw new FormatException(
					"it is of version %d, and this is Quiver with version %d".formatted(version, VERSION));
		}
		String name = in.getString();
		List<Column> stored = new ArrayList<>();
		for (int i = in.getSize(); i > 0; i--) {
			stored.add(column(in));
		}
		List<Column> declared = new ArrayList<>();
		for (int i = in.getSize(); i > 0; i--) {
			declared.add(entry(stored, in.getSize()));
		}
		return new Shape(new CollectionSpec(name, declared), new CollectionSpec(name, stored));
	}

	private static Column column(ByteReader in) {
		int kind = in.get();
		String name = in.getString();
		return switch (kind) {
			case 1 -> new KeyColumn(name, entry(TYPES, in.get()), in.get() == 1);
			case 2 -> new ValueColumn(name, entry(TYPES, in.get()), in.get() == 1, in.get() == 1, in.get() == 1,
					in.get() == 1);
			case 3 -> new ListColumn(name, entry(TYPES, in.get()), in.get() == 1);
			case 4 -> new MapColumn(name);
			case 5 -> new VectorColumn(name, in.getSize(), entry(METRICS, in.get()), in.get() == 1);
			default -> throw new FormatException("a column is of kind " + kind);
		};
	}

	private static <T> T entry(List<T> entries, int position) {
		if (position < 0 || position >= entries.size()) {
			throw new FormatException("it names entry %d of %d".formatted(position, entries.size()));
		}
		return entries.get(position);
	}

	private static int bit(boolean flag) {
		return flag ? 1 : 0;
	}

	private static int checksum(byte[] bytes, int length) {
		CRC32C sum = new CRC32C();
		sum.update(bytes, 0, length);
		return (int) sum.getValue();
	}

}
