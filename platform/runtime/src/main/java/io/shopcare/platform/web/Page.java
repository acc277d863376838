package io.shopcare.platform.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Makes a page from one item more than was asked for, which tells whether there are more. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, Cursor> cursorOf) {
        if (oneMore.size() <= limit)
            return new Page<>(oneMore, null);
        var items = oneMore.subList(0, limit);
        return new Page<>(items, cursorOf.apply(items.getLast()).text());
    }

    /** The same page of something derived from its items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
