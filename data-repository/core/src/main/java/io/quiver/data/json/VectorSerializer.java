package io.quiver.data.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.data.domain.Vector;

/**
 * Writes a vector as an array of numbers.
 *
 * @author Quiver
 */
class VectorSerializer extends StdSerializer<Vector> {

	VectorSerializer() {
		super(Vector.class);
	}

	@Override
	public void serialize(Vector vector, JsonGenerator generator, SerializationContext context) {
		if (vector.getSource() instanceof double[] components) {
			generator.writeArray(components, 0, components.length);
			return;
		}
		float[] components = vector.toFloatArray();
		generator.writeStartArray(vector, components.length);
		for (float component : components) {
			generator.writeNumber(component);
		}
		generator.writeEndArray();
	}

}
