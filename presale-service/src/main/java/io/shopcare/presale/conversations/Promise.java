package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Rejection;

/**
 * What an agent promised (P9).
 *
 * @param text            in the agent's words, without personal data, since it is published
 * @param due             by when, for those that a clock decides
 * @param messageSequence the message that proves it
 * @param orderId         an order that exists already; null for the next one of this conversation
 */
public record Promise(String promiseId, PromiseKind kind, String text, @Nullable Instant due, @Nullable String sku,
        @Nullable Integer quantity, long messageSequence, @Nullable String orderId, String madeBy, Instant madeAt) {
    /** More than this in one conversation are no promises any more. */
    static final int MOST = 50;

    public Promise {
        text = SafeText.forPublic(text);
    }

    Optional<Rejection> fault() {
        if (kind.needsDue() && due == null)
            return Optional.of(Rejection.rule("promise-needs-due"));
        return due != null && !due.isAfter(madeAt)
                ? Optional.of(Rejection.rule("promise-due-passed"))
                : Optional.empty();
    }
}
