package io.quiver.data.repository.query;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.Part.Type;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.StringUtils;

/**
 * Reads the name of a method. A component of the id may be named without the id where no
 * property of the entity has that name: {@code findByTenant} for {@code findByIdTenant}.
 *
 * @author Quiver
 */
final class MethodName {

	private static final Pattern SUBJECT = Pattern
		.compile("^(find|read|get|query|search|stream|count|exists|delete|remove)(\\p{Lu}.*?)??By(?=\\p{Lu}|$)");

	private static final Pattern ORDER_BY = Pattern.compile("OrderBy(?=\\p{Lu})");

	private static final Pattern REGEX = Pattern.compile("Regex(Ignor(ing|e)Case)?$");

	private static final Pattern ALL_IGNORE_CASE = Pattern.compile("AllIgnor(ing|e)Case");

	private final Class<?> type;

	private final @Nullable String id;

	MethodName(Class<?> type, VectorMappingContext context) {
		this.type = type;
		VectorPersistentEntity<?> entity = context.getPersistentEntity(type);
		VectorPersistentProperty id = (entity != null) ? entity.getIdProperty() : null;
		this.id = (id != null) ? StringUtils.capitalize(id.getName()) : null;
	}

	/**
	 * Take a method's name apart.
	 * @param name the name
	 * @param refusal says why not
	 * @return the parts
	 */
	PartTree parse(String name, Refusal refusal) {
		Matcher subject = SUBJECT.matcher(name);
		if (!subject.find()) {
			throw refusal.because("no query can be derived from the name '%s'".formatted(name),
					"Begin it with findBy, searchBy, streamBy, countBy, existsBy or deleteBy and properties of %s, or "
						.formatted(this.type.getSimpleName())
							+ "give it a body: a default method or a custom implementation");
		}
		try {
			return new PartTree(subject.group() + withIds(name.substring(subject.end()), refusal), this.type);
		}
		catch (PropertyReferenceException ex) {
			throw refusal.because(withoutStop(ex),
					"Name properties of %s as they are spelt there; keys of free ".formatted(this.type.getSimpleName())
							+ "metadata are reached by Query and Filter only");
		}
		catch (IllegalArgumentException ex) {
			throw refusal.because("its name cannot be read: " + withoutStop(ex), "Correct the name");
		}
	}

	private String withIds(String predicate, Refusal refusal) {
		Matcher orderBy = ORDER_BY.matcher(predicate);
		boolean ordered = orderBy.find();
		String conditions = (ordered) ? predicate.substring(0, orderBy.start()) : predicate;
		String order = (ordered) ? predicate.substring(orderBy.end()) : "";
		String ignoreCase = "";
		Matcher all = ALL_IGNORE_CASE.matcher(conditions);
		if (all.find()) {
			ignoreCase = all.group();
			conditions = conditions.substring(0, all.start()) + conditions.substring(all.end());
		}
		return join(conditions, "Or", (part) -> join(part, "And", (condition) -> part(condition, refusal))) + ignoreCase
				+ ((ordered) ? "OrderBy" + order(order) : "");
	}

	private String join(String text, String keyword, UnaryOperator<String> change) {
		return Stream.of(text.split(keyword + "(?=\\p{Lu})")).map(change).collect(Collectors.joining(keyword));
	}

	private String order(String order) {
		return Stream.of(order.split("(?<=Asc|Desc)(?=\\p{Lu})")).map((step) -> {
			String property = step.replaceFirst("(Asc|Desc)$", "");
			return isPath(property) || !isPath(this.id + property) ? step : this.id + step;
		}).collect(Collectors.joining());
	}

	private String part(String part, Refusal refusal) {
		String named = part.isEmpty() || isPart(part) || !isPart(this.id + part) ? part : this.id + part;
		if (REGEX.matcher(named).find() && isPart(named) && new Part(named, this.type).getType() == Type.REGEX) {
			throw refusal.because("there are no regular expressions, as '%s' asks for".formatted(part),
					"Use Matches to search words of a @FullText property, or Containing, StartingWith or Like");
		}
		return named;
	}

	private boolean isPart(String part) {
		try {
			return new Part(part, this.type).getProperty() != null;
		}
		catch (PropertyReferenceException | IllegalArgumentException ex) {
			return false;
		}
	}

	private boolean isPath(String path) {
		try {
			return PropertyPath.from(path, this.type) != null;
		}
		catch (PropertyReferenceException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static String withoutStop(RuntimeException ex) {
		String message = String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
		return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
	}

}
