package io.quiver.store.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 for every Java string, halves of surrogate pairs too, so that what was stored is
 * read back unchanged. Its bytes have the order of the code points.
 *
 * @author Quiver
 */
final class Wtf8 {

	private Wtf8() {
	}

	static byte[] encode(String text) {
		if (!hasLoneSurrogate(text)) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
		byte[] bytes = new byte[text.length() * 3];
		int length = 0;
		for (int i = 0; i < text.length();) {
			int point = text.codePointAt(i);
			i += Character.charCount(point);
			if (point < 0x80) {
				bytes[length++] = (byte) point;
			}
			else if (point < 0x800) {
				bytes[length++] = (byte) (0xC0 | point >> 6);
				bytes[length++] = tail(point);
			}
			else if (point < 0x10000) {
				bytes[length++] = (byte) (0xE0 | point >> 12);
				bytes[length++] = tail(point >> 6);
				bytes[length++] = tail(point);
			}
			else {
				bytes[length++] = (byte) (0xF0 | point >> 18);
				bytes[length++] = tail(point >> 12);
				bytes[length++] = tail(point >> 6);
				bytes[length++] = tail(point);
			}
		}
		return Arrays.copyOf(bytes, length);
	}

	static String decode(byte[] bytes, int offset, int length) {
		String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
		// what the JDK could not decode it replaced
		return (text.indexOf('\uFFFD') < 0) ? text : decodeEach(bytes, offset, offset + length);
	}

	private static String decodeEach(byte[] bytes, int offset, int end) {
		StringBuilder text = new StringBuilder(end - offset);
		for (int i = offset; i < end;) {
			int first = bytes[i] & 0xFF;
			int size = (first < 0x80) ? 1 : (first < 0xE0) ? 2 : (first < 0xF0) ? 3 : 4;
			int point = (size == 1) ? first : first & (0x7F >> size);
			for (int j = 1; j < size; j++) {
				point = point << 6 | bytes[i + j] & 0x3F;
			}
			text.appendCodePoint(point);
			i += size;
		}
		return text.toString();
	}

	private static byte tail(int point) {
		return (byte) (0x80 | point & 0x3F);
	}

	private static boolean hasLoneSurrogate(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (Character.isLowSurrogate(text.charAt(i)) || i + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(i + 1))) {
					return true;
				}
				i++;
			}
		}
		return false;
	}

}
