package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quiver.data.policy.Attempt;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.ForwardColumn;
import io.quiver.store.proxima.model.QueryResponse;
import io.quiver.store.proxima.proto.GenericKeyValue;
import io.quiver.store.proxima.proto.GetDocumentResponse;
import org.jspecify.annotations.Nullable;

/**
 * Documents as they come back. Each carries the names of its columns, which are the same
 * for all of an answer as a rule and so are kept once.
 *
 * @author Quiver
 */
final class DocumentAnswers {

	private List<ForwardColumn> columns = List.of();

	private DocumentAnswers() {
	}

	static QueryResponse results(io.quiver.store.proxima.proto.QueryResponse answer, Attempt attempt) {
		DocumentAnswers reader = new DocumentAnswers();
		List<List<Document>> results = new ArrayList<>(answer.getResultsCount());
		long count = 0;
		for (io.quiver.store.proxima.proto.QueryResponse.Result result : answer.getResultsList()) {
			Document[] documents = new Document[result.getDocumentsCount()];
			for (int i = 0; i < documents.length; i++) {
				documents[i] = reader.read(result.getDocuments(i));
			}
			count += documents.length;
			results.add(List.of(documents));
		}
		attempt.returned(count);
		return new QueryResponse(results, answer.getDebugInfo(), answer.getLatencyUs());
	}

	static Optional<Document> document(GetDocumentResponse answer, Attempt attempt) {
		if (!answer.hasDocument()) {
			attempt.returned(0);
			return Optional.empty();
		}
		attempt.returned(1);
		return Optional.of(new DocumentAnswers().read(answer.getDocument()));
	}

	private Document read(io.quiver.store.proxima.proto.Document document) {
		@Nullable Object[] values = new @Nullable Object[document.getForwardColumnValuesCount()];
		if (!isOfColumns(document)) {
			this.columns = columns(document);
		}
		for (int place = 0; place < values.length; place++) {
			values[place] = ForwardValues.read(document.getForwardColumnValues(place).getValue());
		}
		return new Document(document.getPrimaryKey(), document.getScore(), this.columns, values);
	}

	private boolean isOfColumns(io.quiver.store.proxima.proto.Document document) {
		int count = document.getForwardColumnValuesCount();
		if (this.columns.size() != count) {
			return false;
		}
		for (int place = 0; place < count; place++) {
			GenericKeyValue value = document.getForwardColumnValues(place);
			ForwardColumn column = this.columns.get(place);
			if (column.dataType() != ForwardValues.type(value.getValue()) || !column.name().equals(value.getKey())) {
				return false;
			}
		}
		return true;
	}

	private static List<ForwardColumn> columns(io.quiver.store.proxima.proto.Document document) {
		ForwardColumn[] columns = new ForwardColumn[document.getForwardColumnValuesCount()];
		for (int place = 0; place < columns.length; place++) {
			GenericKeyValue value = document.getForwardColumnValues(place);
			DataType type = ForwardValues.type(value.getValue());
			columns[place] = new ForwardColumn(value.getKey(), type);
		}
		return List.of(columns);
	}

}
