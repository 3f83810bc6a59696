package io.quiver.data.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

import org.springframework.data.domain.Vector;

/**
 * Reads a vector from an array of numbers.
 *
 * @author Quiver
 */
class VectorDeserializer extends StdDeserializer<Vector> {

	VectorDeserializer() {
		super(Vector.class);
	}

	@Override
	public Vector deserialize(JsonParser parser, DeserializationContext context) {
		return Vector.unsafe(context.readValue(parser, float[].class));
	}

}
