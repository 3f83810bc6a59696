package io.quiver.store.seekdb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.stream.Stream;

import io.quiver.data.policy.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlProvider;

/**
 * Spring's JDBC operations, each a call through the door: with a connection, a deadline
 * and a thread's worth of policies of its own. Streams are read to their end before.
 *
 * @author Quiver
 */
final class GuardedJdbc implements InvocationHandler {

	private final SeekdbCalls calls;

	private final @Nullable Duration timeout;

	private GuardedJdbc(SeekdbCalls calls, @Nullable Duration timeout) {
		this.calls = calls;
		this.timeout = timeout;
	}

	/**
	 * Return the operations.
	 * @param timeout what each may take in place of the store's time-outs, or
	 * {@code null}
	 */
	static JdbcOperations of(SeekdbCalls calls, @Nullable Duration timeout) {
		return (JdbcOperations) Proxy.newProxyInstance(GuardedJdbc.class.getClassLoader(),
				new Class<?>[] { JdbcOperations.class }, new GuardedJdbc(calls, timeout));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
		if (method.getDeclaringClass() == Object.class) {
			return switch (method.getName()) {
				case "equals" -> arguments != null && proxy == arguments[0];
				case "hashCode" -> System.identityHashCode(proxy);
				default -> "JDBC of " + this.calls.shown();
			};
		}
		Operation operation = SeekdbOperations.within(operation(method, arguments), this.timeout);
		return this.calls.<@Nullable Object>jdbc(operation, (session) -> LentJdbc.<@Nullable Object>with(session,
				(template) -> finished(call(template, method, arguments))));
	}

	private static Operation operation(Method method, @Nullable Object @Nullable [] arguments) {
		if (arguments == null || arguments.length == 0 || !method.getName().startsWith("query")) {
			return SeekdbOperations.SQL;
		}
		return SeekdbOperations.of(sql(arguments[0]));
	}

	private static @Nullable String sql(@Nullable Object argument) {
		return (argument instanceof SqlProvider provider) ? provider.getSql()
				: (argument instanceof String text) ? text : null;
	}

	private static @Nullable Object call(JdbcOperations target, Method method,
			@Nullable Object @Nullable [] arguments) {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getTargetException() instanceof RuntimeException failure) {
				throw failure;
			}
			if (ex.getTargetException() instanceof Error error) {
				throw error;
			}
			throw new UndeclaredThrowableException(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The connection is gone when the caller gets to read. */
	private static @Nullable Object finished(@Nullable Object result) {
		if (result instanceof Stream<?> rows) {
			try (rows) {
				return rows.toList().stream();
			}
		}
		return result;
	}

}
