package io.shopcare.order.trade;

import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A state of one facet, with the table of where it may go.
 *
 * @param <S> the facet
 */
public interface FacetState<S extends Enum<S> & FacetState<S>> {

    /** Where it may go from here; empty at an end. */
    Set<S> next();

    /** The name of the constant. */
    String name();

    /** The state after this move; the table has to know it. */
    default S to(S target) {
        if (!next().contains(target))
            throw new IllegalStateException(name() + " cannot become " + target);
        return target;
    }

    /** Whether the table knows this move. */
    default boolean canBecome(S target) {
        return next().contains(target);
    }

    /** As stored and told: {@code partly-shipped}. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
