package io.quiver.benchmarks.door;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Threads;

/**
 * The same by two threads, who meet at breaker, bulkhead and meters.
 *
 * @author Quiver
 * @since 0.1
 */
@Threads(2)
@NullUnmarked
public class CrowdedDoorBenchmark extends DoorBenchmark {

}
