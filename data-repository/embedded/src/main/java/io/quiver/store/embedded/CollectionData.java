package io.quiver.store.embedded;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Key;
import io.quiver.data.store.Row;
import io.quiver.store.embedded.log.WriteAheadLog;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Index and log of a collection, seen in one shape.
 *
 * @author Quiver
 */
final class CollectionData implements LogRecord.Reader {

	private final CollectionSpec spec;

	private final RowIndex index;

	private final @Nullable WriteAheadLog log;

	private final EmbeddedRows encoding;

	private final Documents documents;

	private final KeyTerms terms;

	private final StoredRows rows;

	CollectionData(CollectionSpec stored, RowIndex index, @Nullable WriteAheadLog log) {
		this.spec = stored;
		this.index = index;
		this.log = log;
		this.encoding = new EmbeddedRows(stored);
		this.documents = new Documents(stored, this.encoding);
		this.terms = new KeyTerms(stored);
		this.rows = new StoredRows(stored, this.encoding, index);
	}

	CollectionSpec spec() {
		return this.spec;
	}

	EmbeddedRows encoding() {
		return this.encoding;
	}

	StoredRows rows() {
		return this.rows;
	}

	BytesRef term(Key key) {
		return this.terms.term(key);
	}

	byte[] encode(Row row) {
		return this.encoding.whole(row);
	}

	Document document(BytesRef term, Row row) {
		return this.documents.document(term, row);
	}

	/**
	 * Apply a change of the log again.
	 */
	@Override
	public void put(BytesRef term, byte[] row) throws IOException {
		int[] all = IntStream.range(0, this.spec.columns().size()).toArray();
		Row values = this.encoding.read(new ByteReader(row), all, EmbeddedRows.VectorSource.NONE);
		put(term, document(term, values), row, true);
		this.index.refreshIfFull();
	}

	void put(BytesRef term, Document document, byte[] row, boolean replaces) throws IOException {
		this.index.put(term, document, row, replaces);
	}

	@Override
	public void delete(BytesRef term) throws IOException {
		this.index.delete(term);
	}

	/**
	 * Store the changes of a write.
	 * @param record the changes for the log
	 * @param operations the changes for the index
	 * @return the record's position in the log, to be awaited
	 * @throws NotSentException if nothing is stored
	 */
	long store(LogRecord record, List<Operation> operations) {
		long position = append(record);
		try {
			for (Operation operation : operations) {
				operation.run();
			}
			this.index.refreshIfFull();
		}
		catch (IOException | RuntimeException ex) {
			throw new DataAccessResourceFailureException(
					"The index of collection '%s' failed during a write. Whether its rows are stored is not known: they are in the log, and will be stored when the collection is opened again"
						.formatted(this.spec.name()),
					ex);
		}
		return position;
	}

	private long append(LogRecord record) {
		if (this.log == null) {
			return 0;
		}
		try {
			return this.log.append(record.toBytes());
		}
		catch (IOException ex) {
			throw new NotSentException(
					"Nothing of this write to collection '%s' was done: its log could not be written (%s); see to the disk, what was acknowledged is kept"
						.formatted(this.spec.name(), ex.getMessage()),
					ex);
		}
	}

	void await(long position) throws IOException {
		if (this.log == null) {
			return;
		}
		try {
			this.log.await(position);
		}
		catch (IOException ex) {
			throw new DataAccessResourceFailureException(
					"The log of collection '%s' could not be forced to the disk. Whether the rows of this write are stored is not known"
						.formatted(this.spec.name()),
					ex);
		}
	}

	/**
	 * A change of the index.
	 */
	@FunctionalInterface
	interface Operation {

		void run() throws IOException;

	}

}
