package io.quiver.benchmarks;

/**
 * Comparisons of calls by time, CPU and bytes.
 *
 * @param rounds the runs
 * @param report takes the lines
 * @author Quiver
 * @since 0.1
 */
record CallTable(Rounds rounds, Report report) {

	static void begin(String title, Report report) {
		report.line("\n### " + title + "\n");
		report.line("| ours | compared with | ours, us | theirs, us | ratio of time | ratio of CPU "
				+ "| ours, bytes | theirs, bytes | target | met |");
		report.line("|---|---|---|---|---|---|---|---|---|---|");
	}

	/**
	 * Add a comparison.
	 * @param ours the name of our side
	 * @param theirs the name of the other
	 * @param ofTime the wanted ratio of time, or 0 where there is none
	 * @param ofCpu the wanted ratio of CPU, or 0 where there is none
	 */
	void compare(String ours, String theirs, double ofTime, double ofCpu) {
		Spread time = this.rounds.ratio(ours, theirs, Measurement::time);
		Spread cpu = this.rounds.ratio(ours, theirs, Measurement::cpu);
		String target = (ofTime != 0) ? ">= " + Spread.number(ofTime) : "-";
		this.report
			.line("| " + String.join(" | ", ours, theirs, this.rounds.of(ours, Measurement::time).toString(),
					this.rounds.of(theirs, Measurement::time).toString(), time.toString(), cpu.toString(), bytes(ours),
					bytes(theirs), (ofCpu != 0) ? target + ", CPU >= " + Spread.number(ofCpu) : target, (ofCpu != 0)
							? Report.met(time, ofTime) + ", CPU " + Report.met(cpu, ofCpu) : Report.met(time, ofTime))
					+ " |");
	}

	private String bytes(String name) {
		return Long.toString(Math.round(this.rounds.of(name, Measurement::allocated).median()));
	}

}
