package io.shopcare.aftersale.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.ReturnTerms;
import io.shopcare.platform.money.Money;

/**
 * One line of an order, as far as a case needs it.
 *
 * @param title      of the product in the shop's language
 * @param paid       for the whole line
 * @param refunded   of that, paid back or reserved to be
 * @param shipped    units that have left
 * @param receivedAt when it was signed for, or the buyer confirmed; null when neither
 * @param warehouse  that it was sent from; null when not known
 */
public record OrderLine(String lineId, String sku, String title, int quantity, Money paid, Money refunded, int shipped,
        @Nullable Instant receivedAt, ReturnTerms terms, @Nullable String warehouse) {

    /** Of what was paid, what has not gone back. */
    public Money left() {
        return paid.minus(refunded);
    }

    /** What was paid for some units, to the cent: units one to {@code from} were settled before. */
    public Money shareOf(int from, int units) {
        var each = paid.split(java.util.Collections.nCopies(quantity, 1L));
        return Money.sum(paid.currency(), each.subList(from, from + units));
    }
}
