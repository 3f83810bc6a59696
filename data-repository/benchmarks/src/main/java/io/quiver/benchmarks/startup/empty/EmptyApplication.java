package io.quiver.benchmarks.startup.empty;

import io.quiver.benchmarks.startup.Ready;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application that the starter is added to.
 *
 * @author Quiver
 * @since 0.1
 */
@SpringBootApplication
public class EmptyApplication {

	public static void main(String[] arguments) {
		try (var context = SpringApplication.run(EmptyApplication.class, arguments)) {
			Ready.tell();
		}
	}

}
