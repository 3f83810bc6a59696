package io.quiver.data.repository.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Window;
import org.springframework.data.util.Streamable;

/**
 * What a query method hands back.
 *
 * @param container what holds the results
 * @param scored whether each result is a {@link SearchResult}
 * @param async whether the caller goes on meanwhile
 * @param element the type of a result, without its score
 * @author Quiver
 */
record ReturnShape(Container container, boolean scored, boolean async, Class<?> element) {

	/**
	 * Read the return type of a method.
	 * @param type the return type
	 * @return the shape, or {@code null} if it is none that results can take
	 */
	static @Nullable ReturnShape of(TypeInformation<?> type) {
		boolean async = type.getType().isAssignableFrom(CompletableFuture.class) && type.getType() != Object.class;
		TypeInformation<?> results = (async) ? component(type) : type;
		Container container = (results != null) ? Container.of(results.getType()) : null;
		if (results == null || container == null || (async && !fitsFuture(container, results.getType()))) {
			return null;
		}
		TypeInformation<?> element = (container != Container.ONE) ? component(results) : results;
		boolean scored = container == Container.SEARCH_RESULTS;
		if (element != null && element.getType() == SearchResult.class) {
			scored = true;
			element = component(element);
		}
		return (element != null) ? new ReturnShape(container, scored, async, element.getType()) : null;
	}

	/**
	 * Return whether a future can hold a container: Spring Data converts what is
	 * returned, but not what a future holds.
	 */
	private static boolean fitsFuture(Container container, Class<?> type) {
		return switch (container) {
			case ONE, OPTIONAL, SEARCH_RESULTS -> true;
			case LIST -> type.isAssignableFrom(List.class);
			case STREAM, PAGE, SLICE, WINDOW -> false;
		};
	}

	private static @Nullable TypeInformation<?> component(TypeInformation<?> type) {
		return (!type.getTypeArguments().isEmpty()) ? type.getTypeArguments().get(0) : null;
	}

	boolean isSingle() {
		return this.container == Container.ONE || this.container == Container.OPTIONAL;
	}

	/**
	 * What holds the results.
	 */
	enum Container {

		/** Nothing: one result, or null. */
		ONE,
		/** An {@link Optional}. */
		OPTIONAL,
		/** A list, or what Spring Data makes of a list. */
		LIST,
		/** A {@link Stream}. */
		STREAM,
		/** A {@link Page}. */
		PAGE,
		/** A {@link Slice}. */
		SLICE,
		/** A {@link Window}. */
		WINDOW,
		/** {@link SearchResults}. */
		SEARCH_RESULTS;

		private static @Nullable Container of(Class<?> type) {
			if (type == Optional.class) {
				return OPTIONAL;
			}
			if (type == Stream.class) {
				return STREAM;
			}
			if (type == Page.class) {
				return PAGE;
			}
			if (type == Slice.class) {
				return SLICE;
			}
			if (type == Window.class) {
				return WINDOW;
			}
			if (type == SearchResults.class) {
				return SEARCH_RESULTS;
			}
			if (type == Iterable.class || type == Streamable.class || Collection.class.isAssignableFrom(type)) {
				return LIST;
			}
			return (isResult(type)) ? ONE : null;
		}

		private static boolean isResult(Class<?> type) {
			return !type.isArray() && !type.isPrimitive() && !Iterable.class.isAssignableFrom(type)
					&& (!type.getName().startsWith("java.") || type == Object.class);
		}

	}

}
