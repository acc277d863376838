package io.shopcare.order.trade;

import io.shopcare.platform.money.Money;

/**
 * One way in which money came or goes back (rules.md R6).
 *
 * @param paymentNo number of the payment at the provider
 * @param method    sandbox, alipay, wechat and so on
 */
public record Tender(String paymentNo, String method, Money amount) {

    /** The same way with another amount. */
    public Tender of(Money part) {
        return new Tender(paymentNo, method, part);
    }
}
