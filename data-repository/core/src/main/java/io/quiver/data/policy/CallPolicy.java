package io.quiver.data.policy;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the calls of a store are limited and repeated.
 *
 * @param rules what holds for all operations
 * @param operations what holds instead for some, by name
 * @param quota how many repetitions are left
 * @author Quiver
 */
record CallPolicy(CallRules rules, Map<String, CallRules> operations, RetryQuota quota) {

	CallRules of(Operation operation) {
		return (this.operations.isEmpty()) ? this.rules : this.operations.getOrDefault(operation.name(), this.rules);
	}

	/**
	 * Note that a call has succeeded.
	 * @param repetition what came after its first failure, or {@code null} if the first
	 * try succeeded
	 */
	void succeeded(CallRules rules, @Nullable Repetition repetition) {
		this.quota.succeeded();
		if (repetition != null) {
			repetition.succeeded();
		}
		else if (rules.retry() != null) {
			rules.retry().asyncContext().onComplete();
		}
	}

}
