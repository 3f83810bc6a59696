package io.quiver.store.seekdb;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Spring's way with a connection that is lent out.
 *
 * @author Quiver
 */
final class LentJdbc {

	private LentJdbc() {
	}

	/**
	 * Do something with a template of a connection. The connection is bound to the thread
	 * for as long: if the template bound it to a transaction of the application, it would
	 * be kept there after it was given back.
	 */
	static <T extends @Nullable Object> T with(JdbcSession session, Function<JdbcTemplate, T> work) {
		session.beginRaw();
		SingleConnectionDataSource dataSource = new SingleConnectionDataSource(session.connection(), true);
		TransactionSynchronizationManager.bindResource(dataSource, new ConnectionHolder(session.connection()));
		try {
			JdbcTemplate template = new JdbcTemplate(dataSource);
			template.setQueryTimeout(session.secondsLeft());
			template.setExceptionTranslator((task, sql, ex) -> session.failed(sql, ex));
			return work.apply(template);
		}
		finally {
			TransactionSynchronizationManager.unbindResource(dataSource);
		}
	}

}
