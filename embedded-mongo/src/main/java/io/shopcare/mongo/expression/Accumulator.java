package io.shopcare.mongo.expression;

import org.jspecify.annotations.Nullable;

/** Gathers the values of a group into one. */
public interface Accumulator {
    void add(@Nullable Object value);

    @Nullable
    Object result();
}
