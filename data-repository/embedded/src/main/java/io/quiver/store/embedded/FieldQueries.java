package io.quiver.store.embedded;

import java.util.List;

import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import org.apache.lucene.search.Query;

/**
 * The conditions on one field.
 *
 * @author Quiver
 */
interface FieldQueries {

	/** The field is not null. */
	Query present();

	Query compare(Operator operator, Object value);

	Query in(List<?> values);

	Query equalsIgnoreCase(String text);

	Query text(Position position, String text, boolean ignoreCase);

	Query contains(Object element);

}
