package io.quiver.store.seekdb;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Points in time as text of a fixed length, in UTC and to the nanosecond, that compares
 * in the order of time: {@code 2026-11-21 06:52:19.123456789}. The server's own types end
 * at the microsecond; they take this text, too, and are read back.
 *
 * @author Quiver
 */
final class TimeText {

	/** How many characters a point in time has. */
	static final int LENGTH = 29;

	private static final int MICROS_LENGTH = 26;

	private static final int NANO_DIGITS = 9;

	private TimeText() {
	}

	/**
	 * Return whether a point in time lies in the years that have four digits.
	 */
	static boolean isKnown(Instant time) {
		long second = time.getEpochSecond();
		return second >= -62_167_219_200L && second <= 253_402_300_799L;
	}

	static String write(Instant time) {
		LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
		StringBuilder text = new StringBuilder(LENGTH);
		padded(text, utc.getYear(), 4).append('-');
		padded(text, utc.getMonthValue(), 2).append('-');
		padded(text, utc.getDayOfMonth(), 2).append(' ');
		padded(text, utc.getHour(), 2).append(':');
		padded(text, utc.getMinute(), 2).append(':');
		padded(text, utc.getSecond(), 2).append('.');
		return padded(text, utc.getNano(), NANO_DIGITS).toString();
	}

	/**
	 * Return a point in time as the server's own types keep it, to the microsecond. As a
	 * text no driver moves it into the zone of the machine, where some hours do not
	 * exist.
	 */
	static String micros(Instant time) {
		return write(time).substring(0, MICROS_LENGTH);
	}

	private static StringBuilder padded(StringBuilder text, int number, int digits) {
		int limit = 1;
		for (int i = 1; i < digits; i++) {
			limit *= 10;
			if (number < limit) {
				text.append("0".repeat(digits - i));
				break;
			}
		}
		return text.append(number);
	}

	/**
	 * Read a point in time, also one of fewer digits, as the server's own types write it.
	 */
	static Instant read(String text) {
		return local(text).toInstant(ZoneOffset.UTC);
	}

	/**
	 * Read a point in time as that of a clock in UTC.
	 */
	static LocalDateTime local(String text) {
		try {
			int seconds = (text.length() > 10) ? number(text, 17, 19) : 0;
			return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10),
					(text.length() > 10) ? number(text, 11, 13) : 0, (text.length() > 10) ? number(text, 14, 16) : 0,
					seconds, nanos(text));
		}
		catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException ex) {
			throw new InvalidDataAccessResourceUsageException(
					"The server's text '%s' is no point in time; it is read as 'yyyy-MM-dd HH:mm:ss.fffffffff' in UTC"
						.formatted(text),
					ex);
		}
	}

	private static int nanos(String text) {
		int from = 20;
		if (text.length() <= from) {
			return 0;
		}
		int nanos = number(text, from, text.length());
		for (int i = text.length() - from; i < NANO_DIGITS; i++) {
			nanos *= 10;
		}
		return nanos;
	}

	private static int number(String text, int from, int to) {
		return Integer.parseInt(text, from, to, 10);
	}

}
