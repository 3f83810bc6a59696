package io.quiver.data.policy;

import java.util.Map;

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

}
