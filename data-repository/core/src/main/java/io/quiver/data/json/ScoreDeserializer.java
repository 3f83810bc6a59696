package io.quiver.data.json;

import java.util.function.DoubleFunction;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

import org.springframework.data.domain.Score;

/**
 * Reads a score from a number.
 *
 * @param <S> the type of score
 * @author Quiver
 */
class ScoreDeserializer<S extends Score> extends StdDeserializer<S> {

	private final transient DoubleFunction<S> factory;

	ScoreDeserializer(Class<S> type, DoubleFunction<S> factory) {
		super(type);
		this.factory = factory;
	}

	@Override
	public S deserialize(JsonParser parser, DeserializationContext context) {
		double value = context.readValue(parser, double.class);
		try {
			return this.factory.apply(value);
		}
		catch (IllegalArgumentException ex) {
			throw context.weirdNumberException(value, handledType(), ex.getMessage());
		}
	}

}
