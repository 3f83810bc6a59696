package io.quiver.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What contenders cost that were run in turns: the first of each with the first of the
 * others, and so on. What else the machine did meanwhile met them all alike.
 *
 * @param measurements by the name of the contender, one for each round
 * @author Quiver
 * @since 0.1
 */
record Rounds(Map<String, List<Measurement>> measurements) {

	static Rounds of(int rounds, List<Contender> contenders, Function<Contender, Measurement> runner) {
		Map<String, List<Measurement>> measurements = new LinkedHashMap<>();
		for (int round = 0; round < rounds; round++) {
			for (Contender contender : inTurn(contenders, round)) {
				Measurement measured = runner.apply(contender);
				measurements.computeIfAbsent(contender.name(), (name) -> new ArrayList<>()).add(measured);
				System.err.printf("%d %s %.1f, cpu %.2f, bytes %.0f%n", round + 1, contender.name(), measured.time(),
						measured.cpu(), measured.allocated());
			}
		}
		return new Rounds(measurements);
	}

	/** There and back: a server is not the same after a contender as before. */
	private static List<Contender> inTurn(List<Contender> contenders, int round) {
		List<Contender> turn = new ArrayList<>(contenders);
		if (round % 2 == 1) {
			Collections.reverse(turn);
		}
		return turn;
	}

	/**
	 * Compare two contenders.
	 * @param ours the name of one
	 * @param theirs the name of the other
	 * @param part what is compared
	 * @return for each round, how many times as much the other one needs
	 */
	Spread ratio(String ours, String theirs, Function<Measurement, Double> part) {
		return pairs(ours, theirs, (a, b) -> part.apply(b) / part.apply(a));
	}

	Spread added(String more, String less, Function<Measurement, Double> part) {
		return pairs(more, less, (a, b) -> part.apply(a) - part.apply(b));
	}

	private Spread pairs(String one, String other, BiFunction<Measurement, Measurement, Double> comparison) {
		List<Measurement> a = of(one);
		List<Measurement> b = of(other);
		return Spread.of(IntStream.range(0, a.size())
			.mapToObj((round) -> comparison.apply(a.get(round), b.get(round)))
			.toList());
	}

	Spread of(String name, Function<Measurement, Double> part) {
		return Spread.of(of(name).stream().map(part).toList());
	}

	private List<Measurement> of(String name) {
		List<Measurement> found = this.measurements.get(name);
		if (found == null) {
			throw new IllegalArgumentException("'" + name + "' did not run");
		}
		return found;
	}

}
