package io.quiver.store.embedded;

import java.io.IOException;

import org.apache.lucene.util.BytesRef;

/**
 * What one write changes, as the log keeps it: whole rows and deleted keys, so that it
 * can be applied again without asking what was there before.
 *
 * @author Quiver
 */
final class LogRecord {

	private static final int PUT = 1;

	private static final int DELETE = 2;

	private final ByteWriter out = new ByteWriter(1024);

	LogRecord put(BytesRef key, byte[] row) {
		key(PUT, key).putSized(row);
		return this;
	}

	LogRecord delete(BytesRef key) {
		key(DELETE, key);
		return this;
	}

	private ByteWriter key(int kind, BytesRef key) {
		this.out.put(kind).putSize(key.length);
		for (int i = 0; i < key.length; i++) {
			this.out.put(key.bytes[key.offset + i]);
		}
		return this.out;
	}

	boolean isEmpty() {
		return this.out.length() == 0;
	}

	byte[] toBytes() {
		return this.out.toBytes();
	}

	static void read(byte[] record, Reader reader) throws IOException {
		ByteReader in = new ByteReader(record);
		while (in.hasMore()) {
			int kind = in.get();
			BytesRef key = new BytesRef(in.getSized());
			switch (kind) {
				case PUT -> reader.put(key, in.getSized());
				case DELETE -> reader.delete(key);
				default -> throw new FormatException("a change is of kind " + kind);
			}
		}
	}

	/**
	 * Takes the changes of a record.
	 */
	interface Reader {

		void put(BytesRef key, byte[] row) throws IOException;

		void delete(BytesRef key) throws IOException;

	}

}
