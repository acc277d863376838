package io.shopcare.aftersale.cases;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

import io.shopcare.aftersale.orders.OrderCopies;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;

/**
 * Asks order-service again about orders that were only heard of when their case opened. Two instances that do it at once
 * do no harm: the second finds it done.
 */
final class ConfirmOrders {
    private static final Logger log = LoggerFactory.getLogger(ConfirmOrders.class);
    private static final int AT_ONCE = 100;

    private final AggregateStore<Case> store;
    private final Cases cases;
    private final OrderCopies orders;

    ConfirmOrders(AggregateStore<Case> store, Cases cases, OrderCopies orders) {
        this.store = store;
        this.cases = cases;
        this.orders = orders;
    }

    /** One round; stops at the first order that order-service can't tell of yet. */
    @Scheduled(fixedDelayString = "${shopcare.aftersale.orders.confirm-every:30s}")
    void confirmAll() {
        for (var id : cases.unconfirmed(AT_ONCE))
            if (!confirm(id))
                return;
    }

    private boolean confirm(String id) {
        var orderId = store.find(id).map(found -> found.aggregate().order().orderId()).orElse("");
        return switch (orders.of(orderId)) {
            case Answer.Fresh<Optional<OrderCopy>>(var asked) -> {
                if (asked.isEmpty())
                    log.error("order-service does not know order {} of case {}", orderId, id);
                store.decide(id, CommandContext.bySystem("confirm-order"),
                        theCase -> theCase.order().source() == OrderCopy.Source.HEARD
                                ? theCase.confirm(asked.orElseGet(theCase.order()::denied))
                                : Decision.unchanged(theCase));
                yield true;
            }
            case Answer.Copy<Optional<OrderCopy>> copy -> false;
            case Answer.NotAvailable<Optional<OrderCopy>> away -> false;
        };
    }
}
