package io.quiver.benchmarks.seekdb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * How a vector is bound by hand.
 *
 * @author Quiver
 * @since 0.1
 */
enum VectorBinding {

	/** As bytes, which no documentation tells of. */
	BYTES {
		@Override
		void bind(PreparedStatement statement, int place, float[] vector) throws SQLException {
			statement.setBytes(place, VectorBytes.of(vector));
		}
	},

	/** As the documentation has it. */
	TEXT {
		@Override
		void bind(PreparedStatement statement, int place, float[] vector) throws SQLException {
			statement.setString(place, Arrays.toString(vector));
		}
	};

	abstract void bind(PreparedStatement statement, int place, float[] vector) throws SQLException;

}
