package io.quiver.benchmarks;

/**
 * What one run of one side cost.
 *
 * @param time the time of one operation, the median where single ones are taken
 * @param cpu the CPU time of one operation
 * @param heap the heap in use, or 0 where that is not asked
 * @param allocated the bytes that one operation allocates, or 0 where that is not asked
 * @author Quiver
 * @since 0.1
 */
record Measurement(double time, double cpu, double heap, double allocated) {

	/**
	 * Return what one part of the operation cost.
	 * @param parts how many parts it has, such as rows
	 * @return the cost of one of them
	 */
	Measurement each(int parts) {
		return new Measurement(this.time / parts, this.cpu / parts, this.heap, this.allocated / parts);
	}

}
