package io.quiver.store.seekdb;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an application does with a connection itself, in both forms of the client.
 *
 * @author Quiver
 */
final class RawCalls {

	private static final Sql VERSION = Sql.of("SELECT VERSION()");

	private RawCalls() {
	}

	static <T extends @Nullable Object> Function<JdbcSession, T> execute(ConnectionCallback<T> callback) {
		return (session) -> LentJdbc.<T>with(session, (template) -> template.execute(callback));
	}

	static <T extends @Nullable Object> Function<JdbcSession, T> session(SeekdbTables tables,
			Function<SeekdbSession, T> work) {
		return (session) -> LentJdbc.<T>with(session, (template) -> {
			SeekdbSession scope = new SeekdbSession(session, JdbcClient.create(template), tables);
			try {
				return work.apply(scope);
			}
			finally {
				scope.end();
			}
		});
	}

	static String version(Session session) {
		return session.query(VERSION, (row) -> row.getString(1)).get(0);
	}

}
