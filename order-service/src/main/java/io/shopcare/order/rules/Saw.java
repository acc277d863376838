package io.shopcare.order.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Figure;

/**
 * What a rule saw.
 *
 * @param code    why a person should know; null when there is nothing to say
 * @param figures that it looked at, for the words of the reason; never personal data
 */
public record Saw(@Nullable String code, List<Figure> figures) {
    public Saw {
        figures = List.copyOf(figures);
    }

    /** Nothing to say. */
    static Saw fine(Figure... figures) {
        return new Saw(null, List.of(figures));
    }

    /** Somebody should know. */
    static Saw concern(String code, Figure... figures) {
        return new Saw(code, List.of(figures));
    }
}
