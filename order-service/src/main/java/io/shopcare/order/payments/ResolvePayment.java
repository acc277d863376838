package io.shopcare.order.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.LiveStock;
import io.shopcare.order.offers.UseOffers;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.PaymentResolution;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Settles money that does not fit. An order is revived only while its stock seems to be there; the audit holds the stock,
 * or the order where another buyer was faster. Offers that it gave
 * back when it was closed are claimed again first, firm with its revival; where it is not revived they go back by themselves.
 */
@Component
class ResolvePayment {
    private final AggregateStore<Order> orders;
    private final LiveStock stock;
    private final UseOffers uses;
    private final AuditDelay auditDelay;
    private final Clock clock;

    ResolvePayment(AggregateStore<Order> orders, LiveStock stock, UseOffers uses, AuditDelay auditDelay,
            Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.uses = uses;
        this.auditDelay = auditDelay;
        this.clock = clock;
    }

    /** @param within how long the rest may be paid, where it is asked for */
    Outcome<Order> handle(Order seen, PaymentResolution resolution, Duration within, CommandContext context) {
        boolean revives = resolution.kind() == PaymentResolution.Kind.REVIVE && seen.mayBeRevived();
        var inTheWay = revives
                ? shortage(seen).or(() -> uses.claim(seen.orderId(), seen.buyer(), seen.usedOffers()))
                : Optional.<Rejection>empty();
        return inTheWay.isPresent()
                ? new Outcome.Rejected<>(inTheWay.get())
                : resolved(seen, resolution, within, context);
    }

    private Outcome<Order> resolved(Order seen, PaymentResolution resolution, Duration within,
            CommandContext context) {
        return orders.decide(seen.orderId(), context, order -> order.resolvePayment(resolution,
                clock.instant().plus(within), auditDelay.of(order.shop())));
    }

    private Optional<Rejection> shortage(Order order) {
        var demand = new TreeMap<String, Integer>();
        order.lines().forEach(line -> demand.merge(line.sku(), line.toShip(), Integer::sum));
        for (var wanted : demand.entrySet()) {
            int available = stock.of(order.shop(), wanted.getKey()).available();
            if (available < wanted.getValue())
                return Optional.of(Rejection.notNow("stock-short", Map.of("sku", wanted.getKey(), "wanted",
                        wanted.getValue(), "available", available)));
        }
        return Optional.empty();
    }
}
