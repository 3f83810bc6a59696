package io.quiver.sample;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves tests out that drive a browser where there is none, and says so; with
 * {@code CI=true} they are never left out.
 *
 * @author Quiver
 */
class BrowserCondition implements ExecutionCondition {

	static final Path BROWSER = Path.of(System.getProperty("test.chromium", "/usr/bin/chromium"));

	static final Path DRIVER = Path.of(System.getProperty("test.chromedriver", "/usr/bin/chromedriver"));

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER)) {
			return ConditionEvaluationResult.enabled("Browser and driver are there");
		}
		String missing = ("%s needs the browser %s and its driver %s, of which at least one is missing. Install chromium "
				+ "and chromium-driver, or set test.chromium and test.chromedriver")
			.formatted(context.getDisplayName(), BROWSER, DRIVER);
		if (Boolean.parseBoolean(System.getenv("CI"))) {
			throw new IllegalStateException(missing);
		}
		System.err.printf("%n*** THE PAGE IS NOT TESTED ***%n*** %s%n%n", missing);
		return ConditionEvaluationResult.disabled(missing);
	}

}
