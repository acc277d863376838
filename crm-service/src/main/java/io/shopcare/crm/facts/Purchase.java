package io.shopcare.crm.facts;

import java.time.Instant;
import java.util.List;

import io.shopcare.platform.money.Money;

/**
 * A paid order.
 *
 * @param at       when it was placed
 * @param paidBack by successful refunds, in the same currency
 */
public record Purchase(String orderId, Instant at, Money paid, Money paidBack) {

    /** Valid is what was paid and not fully refunded (rules.md, RFM). */
    public boolean isValid() {
        return !paidBack.isPositive() || paidBack.compareTo(paid) < 0;
    }

    /** What the shop keeps. */
    public Money net() {
        return paid.minus(paidBack);
    }

    /** The valid ones, in the same order. */
    public static List<Purchase> valid(List<Purchase> purchases) {
        return purchases.stream().filter(Purchase::isValid).toList();
    }
}
