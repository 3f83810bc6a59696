package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Texts in small letters, on this side and by the server, which knows the letters of an
 * older Unicode only: those of the newer ones that matter to a text looked for are
 * replaced in its answer.
 *
 * @author Quiver
 */
final class SmallLetters {

	/** The capitals of each small letter, as far as the server does not know them. */
	private static final Map<Integer, List<Integer>> CAPITALS = capitals();

	private final String text;

	private SmallLetters(String text) {
		this.text = text;
	}

	/**
	 * Return a text with the small letter of each of its characters.
	 */
	static SmallLetters of(String text) {
		StringBuilder lower = new StringBuilder(text.length());
		text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
		return new SmallLetters(lower.toString());
	}

	private static Map<Integer, List<Integer>> capitals() {
		Map<Integer, List<Integer>> capitals = new HashMap<>();
		for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
			int small = Character.toLowerCase(letter);
			if (small != letter && !isKnown(letter)) {
				capitals.computeIfAbsent(small, (key) -> new ArrayList<>()).add(letter);
			}
		}
		return Map.copyOf(capitals);
	}

	/** Latin, Greek and Cyrillic letters that are common. */
	private static boolean isKnown(int letter) {
		return letter < 0x220 || (letter >= 0x386 && letter < 0x3CF) || (letter >= 0x400 && letter < 0x482);
	}

	/**
	 * Return the text.
	 */
	String text() {
		return this.text;
	}

	byte[] bytes() {
		return this.text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Write the bytes of an expression's value in small letters, as far as this text can
	 * tell.
	 * @param expression writes the expression
	 */
	SqlBuilder compare(SqlBuilder sql, Consumer<SqlBuilder> expression) {
		List<Integer> letters = this.text.codePoints().distinct().filter(CAPITALS::containsKey).boxed().toList();
		int replaced = letters.stream().mapToInt((small) -> CAPITALS.getOrDefault(small, List.of()).size()).sum();
		expression.accept(sql.append("REPLACE(".repeat(replaced) + "CAST(LOWER("));
		sql.append(") AS BINARY)");
		for (int small : letters) {
			for (int capital : CAPITALS.getOrDefault(small, List.of())) {
				sql.append(", ").bind(bytes(capital)).append(", ").bind(bytes(small)).append(")");
			}
		}
		return sql;
	}

	private static byte[] bytes(int letter) {
		return Character.toString(letter).getBytes(StandardCharsets.UTF_8);
	}

}
