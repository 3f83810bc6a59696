package io.quiver.store.seekdb.server;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests the one {@link SeekdbServer} of this JVM, running. It is started when the
 * first test asks for it, and again when a test has ended it; what other tests have
 * written is still there, so a test class names its tables as no other does. Where no
 * server is installed, the tests are skipped, and in CI they fail.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbExtension implements ExecutionCondition, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(SeekdbExtension.class);

	/**
	 * An aborted parameter would count as a failed one: whether to run is asked before.
	 */
	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		try {
			return ConditionEvaluationResult.enabled("There is a seekdb server in " + SeekdbHome.find().folder());
		}
		catch (TestAbortedException ex) {
			return ConditionEvaluationResult.disabled(ex.getMessage());
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == SeekdbServer.class;
	}

	@Override
	public SeekdbServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
		SeekdbServer server = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
			.computeIfAbsent(SeekdbServer.class, (type) -> new SeekdbServer(), SeekdbServer.class);
		server.start();
		return server;
	}

}
