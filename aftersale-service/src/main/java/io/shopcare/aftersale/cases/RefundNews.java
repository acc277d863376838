package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/**
 * What order-service tells of a refund.
 *
 * @param state       that the request is in by it
 * @param lines       shares, where it told them
 * @param reason      of a failure
 * @param succeededAt by the provider's clock
 */
public record RefundNews(String requestId, String refundId, RefundState state, Money amount, List<Share> lines,
        Money freight, @Nullable String reason, @Nullable Instant succeededAt, Instant at) {

    /** What one line gets; no units when the goods are kept. */
    public record Share(String lineId, int quantity, Money amount) {}
}
