package io.shopcare.aftersale.cases;

import java.util.Set;

import io.shopcare.aftersale.policies.Coded;

/**
 * One side of a case with its own table of transitions. Facets move independently: a refund may come before the goods,
 * goods may come without a refund (A6a).
 *
 * @param <S> the enumeration itself
 */
public interface Facet<S extends Enum<S> & Facet<S>> extends Coded {

    /** What may follow; nothing after an end. */
    Set<S> next();

    /** Whether the table leads there; staying is always possible. */
    default boolean mayBecome(S other) {
        return this == other || next().contains(other);
    }

    /**
     * The state that follows.
     *
     * @throws IllegalStateException where the table does not lead there: a decision forgot to ask
     */
    default S become(S other) {
        if (!mayBecome(other))
            throw new IllegalStateException(code() + " does not become " + other.code());
        return other;
    }
}
