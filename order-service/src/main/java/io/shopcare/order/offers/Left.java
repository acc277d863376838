package io.shopcare.order.offers;

import org.jspecify.annotations.Nullable;

/**
 * How often an offer may still be given, when somebody looked; only its own write decides.
 *
 * @param total    in all; null for no end
 * @param ofBuyer  to this buyer; null for no end
 */
public record Left(@Nullable Integer total, @Nullable Integer ofBuyer) {
    /** As often as they like. */
    public static final Left NO_END = new Left(null, null);
}
