package io.shopcare.order.payments;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Finance confirms by hand that money came by bank transfer (O5). The bank's reference counts once in a shop, whoever
 * confirms it again and for whichever order; what does not fit is judged by the order as any other money.
 */
@Component
class ConfirmTransfer {
    static final String METHOD = "bank-transfer";

    private final AggregateStore<Order> orders;
    private final TransferReferences references;
    private final AuditDelay auditDelay;
    private final Clock clock;

    ConfirmTransfer(AggregateStore<Order> orders, TransferReferences references, AuditDelay auditDelay, Clock clock) {
        this.orders = orders;
        this.references = references;
        this.auditDelay = auditDelay;
        this.clock = clock;
    }

    /** The order with the money, or {@code reference-used} when the reference told of other money already. */
    Outcome<Order> handle(Order seen, String reference, Money amount, CommandContext context) {
        var content = seen.orderId() + " " + amount;
        if (!references.claim(seen.shop(), reference, content).equals(content))
            return new Outcome.Rejected<>(Rejection.rule("reference-used"));
        return orders.decide(seen.orderId(), context, order -> order.receivePayment(METHOD + "/" + reference,
                new Tender(reference, METHOD, amount), clock.instant(), auditDelay.of(order.shop())));
    }
}
