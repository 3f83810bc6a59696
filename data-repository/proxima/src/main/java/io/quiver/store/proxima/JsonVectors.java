package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.List;

import io.quiver.store.proxima.json.JsonReader;
import io.quiver.store.proxima.json.MalformedJsonException;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Vectors of a JSON text: an array of numbers, or an array of such arrays of one length.
 *
 * @param numbers the numbers as they are written, one vector behind the other
 * @param rows how many arrays there are
 * @param isNested whether they stand in another
 * @author Quiver
 */
record JsonVectors(List<String> numbers, int rows, boolean isNested) {

	static JsonVectors of(String text) {
		try {
			JsonReader reader = new JsonReader(text);
			JsonVectors vectors = read(reader);
			reader.end();
			return vectors;
		}
		catch (MalformedJsonException ex) {
			throw new InvalidDataAccessApiUsageException(
					"A vector given as text must be a JSON array of numbers, or of such arrays: " + ex.getMessage(),
					ex);
		}
	}

	private static JsonVectors read(JsonReader reader) {
		List<String> numbers = new ArrayList<>();
		boolean nested = false;
		int rows = 0;
		reader.beginArray();
		while (reader.hasNext()) {
			if (reader.isArray()) {
				nested = true;
				int length = readRow(reader, numbers);
				rows++;
				if (length == 0 || numbers.size() != (long) length * rows) {
					throw new MalformedJsonException("arrays of different lengths, or empty ones");
				}
			}
			else if (nested) {
				throw new MalformedJsonException("numbers beside arrays");
			}
			else {
				numbers.add(reader.number());
			}
		}
		return new JsonVectors(numbers, Math.max(1, rows), nested);
	}

	private static int readRow(JsonReader reader, List<String> numbers) {
		int before = numbers.size();
		reader.beginArray();
		while (reader.hasNext()) {
			numbers.add(reader.number());
		}
		return numbers.size() - before;
	}

	int elements() {
		return this.numbers.size();
	}

}
