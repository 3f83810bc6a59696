package io.quiver.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.quiver.benchmarks.door.CrowdedDoorBenchmark;
import io.quiver.benchmarks.door.DoorBenchmark;
import io.quiver.benchmarks.door.DoorSide;

/**
 * What the guarded door costs beside an observation and decorators written by hand.
 *
 * @param settings what to run
 * @param report takes the results
 * @author Quiver
 * @since 0.1
 */
record DoorTarget(Settings settings, Report report) {

	/** At most 1.2 times of what is written by hand. */
	private static final double TARGET = 1 / 1.2;

	/** At most, where nobody looks. */
	private static final int NOOP_NANOS = 150;

	private static final int NOOP_BYTES = 200;

	private static final String CROWDED = " by 2 threads";

	void called() {
		List<Contender> alone = Arrays.stream(DoorSide.values())
			.map((side) -> contender(side.name(), side, DoorBenchmark.class))
			.toList();
		List<Contender> crowded = List.of(DoorSide.DOOR, DoorSide.HAND, DoorSide.DOOR_NOOP, DoorSide.HAND_NOOP)
			.stream()
			.map((side) -> contender(side + CROWDED, side, CrowdedDoorBenchmark.class))
			.toList();
		Rounds rounds = run(alone);
		Rounds crowdedRounds = run(crowded);
		this.report.line("\n### The guarded door\n");
		this.report.line("| ours | compared with | ours, ns | theirs, ns | ratio of time | ratio of CPU "
				+ "| ours, bytes | theirs, bytes | target | met |");
		this.report.line("|---|---|---|---|---|---|---|---|---|---|");
		compare(rounds, "DOOR", "HAND", TARGET);
		compare(rounds, "DOOR", "HAND_PER_CALL", TARGET);
		compare(rounds, "DOOR_NOOP", "HAND_NOOP", 0);
		compare(rounds, "DOOR_NOOP_HEARD", "HAND_NOOP_HEARD", 0);
		compare(rounds, "DOOR_DIRECT", "HAND_NOOP", 0);
		compare(rounds, "DOOR_ASYNC", "HAND_ASYNC", 0);
		compare(rounds, "DOOR_ASYNC_NOOP", "HAND_ASYNC_NOOP", 0);
		compare(crowdedRounds, "DOOR" + CROWDED, "HAND" + CROWDED, 0);
		compare(crowdedRounds, "DOOR_NOOP" + CROWDED, "HAND_NOOP" + CROWDED, 0);
		this.report.note("DOOR_NOOP: %s ns, of which CPU %s ns; %s bytes. Target: <= %d ns, <= %d bytes.".formatted(
				rounds.of("DOOR_NOOP", Measurement::time), rounds.of("DOOR_NOOP", (measured) -> measured.cpu() * 1000),
				bytes(rounds, "DOOR_NOOP"), NOOP_NANOS, NOOP_BYTES));
	}

	private void compare(Rounds rounds, String ours, String theirs, double target) {
		Spread ratio = rounds.ratio(ours, theirs, Measurement::time);
		this.report.line("| " + String.join(" | ", ours, theirs, rounds.of(ours, Measurement::time).toString(),
				rounds.of(theirs, Measurement::time).toString(), ratio.toString(),
				rounds.ratio(ours, theirs, Measurement::cpu).toString(), bytes(rounds, ours), bytes(rounds, theirs),
				(target != 0) ? ">= " + Spread.number(target) : "-", Report.met(ratio, target)) + " |");
	}

	private static String bytes(Rounds rounds, String name) {
		return Long.toString(Math.round(rounds.of(name, Measurement::allocated).median()));
	}

	private Rounds run(List<Contender> contenders) {
		return Rounds.of(this.settings.pairs(), contenders, new Jmh(this.settings)::run);
	}

	private static Contender contender(String name, DoorSide side, Class<?> benchmark) {
		return new Contender(name, benchmark, Map.of("side", side.name()));
	}

}
