package io.quiver.data.repository.query;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import io.quiver.data.core.query.Filter.Text;

/**
 * The argument of {@code Like}: a text that may begin or end with {@code %}.
 *
 * @param text what stands between
 * @param openStart whether anything may stand before it
 * @param openEnd whether anything may stand behind it
 * @author Quiver
 */
record LikePattern(String text, boolean openStart, boolean openEnd) {

	static LikePattern of(Arguments arguments, int index) {
		String pattern = arguments.required(index).toString();
		boolean openStart = pattern.startsWith("%");
		boolean openEnd = pattern.endsWith("%");
		String text = (pattern.length() < 2) ? pattern.replace("%", "")
				: pattern.substring((openStart) ? 1 : 0, pattern.length() - ((openEnd) ? 1 : 0));
		if (text.indexOf('%') >= 0 || text.indexOf('_') >= 0) {
			throw arguments.error(("argument %s is the pattern '%s', but only %% at its start or end stands for other "
					+ "characters. Use StartingWith, EndingWith or Containing, which take every character as it is")
				.formatted(arguments.label(index), pattern));
		}
		return new LikePattern(text, openStart, openEnd);
	}

	Filter filter(Filter.Field field, boolean ignoreCase) {
		if (!this.openStart && !this.openEnd) {
			return new Comparison(field.name(), Operator.EQ, this.text, ignoreCase);
		}
		if (this.text.isEmpty()) {
			return field.isNotNull();
		}
		Position position = (this.openStart && this.openEnd) ? Position.ANYWHERE
				: (this.openStart) ? Position.SUFFIX : Position.PREFIX;
		return new Text(field.name(), position, this.text, ignoreCase);
	}

}
