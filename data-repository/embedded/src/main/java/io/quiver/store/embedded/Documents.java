package io.quiver.store.embedded;

import java.util.List;
import java.util.Map;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Row;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * Rows as Lucene documents.
 *
 * @author Quiver
 */
final class Documents {

	/** Sorting looks at no more than this, which is what Lucene can take. */
	private static final int MAX_SORT = 32_000;

	private static final FieldType WORDS = words();

	private final CollectionSpec spec;

	private final EmbeddedRows rows;

	Documents(CollectionSpec spec, EmbeddedRows rows) {
		this.spec = spec;
		this.rows = rows;
	}

	private static FieldType words() {
		FieldType type = new FieldType();
		type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		type.setTokenized(true);
		type.freeze();
		return type;
	}

	Document document(BytesRef key, Row row) {
		Document document = new Document();
		document.add(new StringField(Fields.KEY, key, Store.NO));
		document.add(new BinaryDocValuesField(Fields.BODY, new BytesRef(this.rows.body(row))));
		List<Column> columns = this.spec.columns();
		for (int i = 0; i < columns.size(); i++) {
			Object value = row.get(i);
			if (value != null) {
				add(document, columns.get(i), value);
			}
		}
		return document;
	}

	private static void add(Document document, Column column, Object value) {
		String name = column.name();
		switch (column) {
			case KeyColumn key -> addSingle(document, name, key.type(), value);
			case ValueColumn single -> {
				if (single.indexed()) {
					addPresent(document, name);
					if (single.type().isOrdered()) {
						addSingle(document, name, single.type(), value);
					}
				}
				if (single.fullText()) {
					document.add(new Field(Fields.text(name), (String) value, WORDS));
				}
			}
			case ListColumn list -> {
				addPresent(document, name);
				if (list.elementType().isOrdered()) {
					((List<?>) value).forEach((element) -> addValue(document, name, list.elementType(),
							SortableBytes.of(list.elementType(), element)));
				}
			}
			case MapColumn map -> {
				addPresent(document, name);
				MetadataTerms.of((Map<?, ?>) value, (term) -> addTerm(document, name, term));
			}
			case VectorColumn vector -> {
				addPresent(document, name);
				document.add(new KnnFloatVectorField(name, Vectors.indexed(vector.metric(), (float[]) value),
						Vectors.function(vector.metric())));
			}
		}
	}

	private static void addSingle(Document document, String name, ColumnType type, Object value) {
		byte[] bytes = SortableBytes.of(type, value);
		addValue(document, name, type, bytes);
		document.add(new SortedDocValuesField(Fields.sort(name), sortable(bytes)));
	}

	static BytesRef sortable(byte[] bytes) {
		return new BytesRef(bytes, 0, Math.min(bytes.length, MAX_SORT));
	}

	private static void addValue(Document document, String name, ColumnType type, byte[] bytes) {
		if (SortableBytes.width(type) > 0) {
			document.add(new BinaryPoint(name, bytes));
		}
		else {
			addTerm(document, name, bytes);
		}
	}

	private static void addTerm(Document document, String name, byte[] term) {
		if (term.length <= Fields.MAX_TERM) {
			document.add(new StringField(name, new BytesRef(term), Store.NO));
		}
		else {
			document.add(new StringField(Fields.LONG, name, Store.NO));
		}
	}

	private static void addPresent(Document document, String name) {
		document.add(new StringField(Fields.PRESENT, name, Store.NO));
	}

}
