package io.quiver.data.core.convert;

import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;

/**
 * Rows to entities, or to projections of them.
 *
 * @param <R> the type of the results
 * @author Quiver
 * @since 0.1
 */
public interface EntityReader<R> {

	/**
	 * Return the columns that a row must hold.
	 * @return the projection
	 */
	Projection projection();

	/**
	 * Return what a row holds.
	 * @param row a row of the projection; columns behind them are left alone
	 * @return the result
	 */
	R read(Row row);

}
