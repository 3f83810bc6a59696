package io.quiver.store.seekdb;

/**
 * Writes JSON.
 *
 * @author Quiver
 */
final class JsonWriter {

	private static final String HEX = "0123456789abcdef";

	private final StringBuilder text = new StringBuilder();

	JsonWriter raw(String json) {
		this.text.append(json);
		return this;
	}

	JsonWriter raw(char json) {
		this.text.append(json);
		return this;
	}

	/**
	 * Write a string in quotes. Only what must be is escaped.
	 */
	JsonWriter string(String value) {
		this.text.append('"');
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '"' || c == '\\') {
				this.text.append('\\').append(c);
			}
			else if (c < ' ') {
				this.text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
			}
			else {
				this.text.append(c);
			}
		}
		this.text.append('"');
		return this;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	static String quote(String value) {
		return new JsonWriter().string(value).toString();
	}

}
