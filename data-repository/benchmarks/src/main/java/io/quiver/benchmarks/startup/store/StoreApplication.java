package io.quiver.benchmarks.startup.store;

import io.quiver.benchmarks.startup.Ready;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The same application with the starter.
 *
 * @author Quiver
 * @since 0.1
 */
@SpringBootApplication
public class StoreApplication {

	public static void main(String[] arguments) {
		try (var context = SpringApplication.run(StoreApplication.class, arguments)) {
			context.getBean(Notes.class);
			Ready.tell();
		}
	}

}
