package io.quiver.data.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.data.domain.Score;

/**
 * Writes a score, and so a similarity, as a number.
 *
 * @author Quiver
 */
class ScoreSerializer extends StdSerializer<Score> {

	ScoreSerializer() {
		super(Score.class);
	}

	@Override
	public void serialize(Score score, JsonGenerator generator, SerializationContext context) {
		generator.writeNumber(score.getValue());
	}

}
