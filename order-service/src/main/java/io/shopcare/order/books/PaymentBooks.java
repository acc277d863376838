package io.shopcare.order.books;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.PaymentFacet;
import io.shopcare.order.payments.Payment;
import io.shopcare.order.refunds.Payout;
import io.shopcare.order.refunds.PayoutState;
import io.shopcare.order.refunds.Refund;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;

/**
 * What our books say of one payment at the provider; all in the payment's currency.
 *
 * @param told     what the provider told us of
 * @param booked   what its orders have of it
 * @param paidBack what refunds have paid back by it
 * @param problem  what does not agree within our own books; null when all does
 */
record PaymentBooks(String paymentNo, String shop, Money told, Money booked, Money paidBack, @Nullable String problem) {

    static PaymentBooks of(Payment payment, Collection<Order> orders, Collection<Refund> refunds) {
        var currency = payment.asked().currency();
        var told = sum(currency, payment.receipts().stream().map(Payment.Receipt::amount).toList());
        var booked = sum(currency, orders.stream().flatMap(order -> order.payment().received().stream())
                .map(PaymentFacet.Received::tender)
                .filter(tender -> tender.paymentNo().equals(payment.paymentNo())).map(Tender::amount).toList());
        var paidBack = sum(currency, refunds.stream().flatMap(refund -> refund.payouts().stream())
                .filter(payout -> payout.state() == PayoutState.PAID).map(Payout::tender)
                .filter(tender -> tender.paymentNo().equals(payment.paymentNo())).map(Tender::amount).toList());
        return new PaymentBooks(payment.paymentNo(), payment.shop(), told, booked, paidBack,
                problem(told, booked, paidBack));
    }

    private static @Nullable String problem(Money told, Money booked, Money paidBack) {
        if (!told.equals(booked))
            return "told-is-not-booked";
        return paidBack.compareTo(booked) > 0 ? "more-paid-back-than-came" : null;
    }

    private static Money sum(String currency, List<Money> amounts) {
        return Money.sum(currency, amounts.stream().filter(amount -> amount.currency().equals(currency)).toList());
    }
}
