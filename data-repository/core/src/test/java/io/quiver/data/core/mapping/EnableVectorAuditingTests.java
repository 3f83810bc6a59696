package io.quiver.data.core.mapping;

import java.time.Instant;
import java.util.Optional;

import io.quiver.data.core.mapping.event.BeforeConvertCallback;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.mapping.callback.EntityCallbacks;

import static org.assertj.core.api.Assertions.assertThat;

@NullUnmarked
class EnableVectorAuditingTests {

	@Test
	void newEntityIsMarkedAsCreated() {
		Note note = audited(new Note("a", null, null, null, null));
		assertThat(note.created()).isNotNull();
		assertThat(note.author()).isEqualTo("ann");
		assertThat(note.modified()).isNotNull();
	}

	@Test
	void storedEntityIsMarkedAsModifiedOnly() {
		Note note = audited(new Note("a", 3L, null, null, null));
		assertThat(note.created()).isNull();
		assertThat(note.modified()).isNotNull();
	}

	private static Note audited(Note note) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Config.class)) {
			return EntityCallbacks.create(context).callback(BeforeConvertCallback.class, note, "note");
		}
	}

	record Note(@Id String id, @Version Long version, @CreatedDate Instant created, @CreatedBy String author,
			@LastModifiedDate Instant modified) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableVectorAuditing
	static class Config {

		@Bean
		VectorMappingContext vectorMappingContext() {
			return new VectorMappingContext();
		}

		@Bean
		AuditorAware<String> auditor() {
			return () -> Optional.of("ann");
		}

	}

}
