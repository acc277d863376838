package io.shopcare.crm.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.shopcare.platform.money.Money;

/**
 * Money of one currency.
 *
 * @param orders paid ones
 * @param paid   for them
 * @param refunded by the provider, whatever it was for
 */
public record Spending(int orders, Money paid, Money refunded) {

    /** What the shop keeps; below zero only while a refund was heard of before its order. */
    public Money net() {
        return paid.minus(refunded);
    }

    /** Paid per paid order, rounded half up to the minor unit; zero where no order was paid. */
    public Money average() {
        if (orders == 0)
            return Money.zero(paid.currency());
        var average = BigDecimal.valueOf(paid.minor()).divide(BigDecimal.valueOf(orders), 0, RoundingMode.HALF_UP);
        return new Money(average.longValueExact(), paid.currency());
    }
}
