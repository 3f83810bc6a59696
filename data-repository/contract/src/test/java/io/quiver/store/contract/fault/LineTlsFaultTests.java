package io.quiver.store.contract.fault;

/**
 * The line store under faults, its connections encrypted.
 *
 * @author Quiver
 */
class LineTlsFaultTests extends LineFaultTests {

	@Override
	LineServer createServer() {
		return new LineServer("encrypted-secret", LineTls.create());
	}

}
