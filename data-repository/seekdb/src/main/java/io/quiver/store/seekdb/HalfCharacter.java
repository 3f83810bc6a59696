package io.quiver.store.seekdb;

/**
 * Half of a character that is two in Java, alone: a driver would write a question mark
 * for it.
 *
 * @author Quiver
 */
final class HalfCharacter {

	private HalfCharacter() {
	}

	/**
	 * Return where the first one stands in a text.
	 * @return the place, or -1 if every character is whole
	 */
	static int in(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isSurrogate(c)) {
				boolean whole = Character.isHighSurrogate(c) && i + 1 < text.length()
						&& Character.isLowSurrogate(text.charAt(i + 1));
				if (!whole) {
					return i;
				}
				i++;
			}
		}
		return -1;
	}

}
