package io.shopcare.order.shortages;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.StockForOrder;
import io.shopcare.order.refunds.RefundRequest;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;

/**
 * Carries out what was chosen, and lets orders go on when their goods are there. Each step may be repeated: the stock is
 * held under the order's id, the refund is asked for under one request, the order knows whether it went on.
 */
@Component
class SettleShortage {
    private static final CommandContext CONTEXT = CommandContext.bySystem("settle-shortage");
    private static final ActorRef STOCK = ActorRef.system("stock");

    private final AggregateStore<Shortage> shortages;
    private final AggregateStore<Order> orders;
    private final ReserveStock reserve;
    private final Reservations reservations;
    private final StockForOrder stock;
    private final PaysBack refunds;
    private final SwapsLine swaps;
    private final Clock clock;

    SettleShortage(AggregateStore<Shortage> shortages, AggregateStore<Order> orders, ReserveStock reserve,
            Reservations reservations, StockForOrder stock, PaysBack refunds, SwapsLine swaps, Clock clock) {
        this.shortages = shortages;
        this.orders = orders;
        this.reserve = reserve;
        this.reservations = reservations;
        this.stock = stock;
        this.refunds = refunds;
        this.swaps = swaps;
        this.clock = clock;
    }

    /** Carries it out; why not, when it could not be: then somebody chooses again. */
    Optional<Rejection> settle(String orderId) {
        var shortage = shortages.find(orderId).orElseThrow().aggregate();
        if (shortage.state() != ShortageState.SETTLING)
            return Optional.empty();
        var choice = Objects.requireNonNull(shortage.choice());
        var why = switch (choice) {
            case PARTIAL -> inPart(shortage, Objects.requireNonNull(shortage.plan()));
            case SWAP -> swap(shortage, Objects.requireNonNull(shortage.swap()));
            case REFUND -> payBack(shortage);
            case WAIT -> Optional.<Rejection>empty();
        };
        shortages.decide(orderId, CONTEXT, now -> why.isPresent()
                ? now.failed(shortage.round())
                : now.settled(
                        ShortageEvent.Outcome.of(choice)));
        // the audit that a swap calls for may have been faster than we, and found goods missing again
        if (why.isEmpty())
            orders.find(orderId).map(Stored::aggregate).filter(Order::isShort).ifPresent(this::openAgain);
        return why;
    }

    /** One that was let through before is not audited again: with its new goods it goes on from here. */
    private void openAgain(Order order) {
        shortages.decide(order.orderId(), CONTEXT, again -> again.openAgain(Shortage.skusOf(order)));
        if (order.audit().state() == AuditState.APPROVED)
            tryAgain(order.orderId());
    }

    /** The only warehouse from which a SKU of it may come. */
    Map<String, String> mustComeFrom(Order order) {
        return stock.mustComeFrom(order);
    }

    /** The audit looks at the order with its new line; its stock is held then. */
    private Optional<Rejection> swap(Shortage shortage, Swap swap) {
        return swaps.handle(shortage.orderId(), swap, Ids.derived("shortage-swap", shortage.orderId(), Integer.toString(
                shortage.round())), actor(Objects.requireNonNull(shortage.by())));
    }

    /** More of it may be there: an order that has all of it now goes on. */
    void tryAgain(String orderId) {
        var shortage = shortages.find(orderId).map(Stored::aggregate).filter(Shortage::isWaitedFor);
        if (shortage.isEmpty())
            return;
        var order = orders.find(orderId).orElseThrow().aggregate();
        boolean isOver = order.isCancelled() || !order.isShort();
        if (!isOver && stock.shortage(order).isPresent())
            return;
        if (!isOver)
            orders.decide(orderId, CONTEXT, now -> now.stockIsThere(STOCK, "restocked", clock.instant()));
        var outcome = isOver ? ShortageEvent.Outcome.NOT_NEEDED : ShortageEvent.Outcome.RESTOCKED;
        shortages.decide(orderId, CONTEXT, now -> now.settled(outcome));
    }

    private Optional<Rejection> payBack(Shortage shortage) {
        return orders.decide(shortage.orderId(), CONTEXT,
                order -> order.cancel("out-of-stock")) instanceof Outcome.Rejected<Order>(var why)
                        ? Optional.of(why)
                        : Optional.empty();
    }

    private Optional<Rejection> inPart(Shortage shortage, Plan plan) {
        var orderId = shortage.orderId();
        var request = request(shortage, plan);
        var order = orders.find(orderId).orElseThrow().aggregate();
        var held = reserve.handle(new ReserveStock.Request(shortage.shop(), orderId, shortage.buyer(), plan.keep(),
                null).from(mustComeFrom(order)), Actor.system("stock"));
        if (held instanceof Outcome.Rejected<Reservation>(var why))
            return Optional.of(why);
        reservations.bind(orderId);
        stock.promise(order);
        refunds.handle(shortage.buyer(), request, Actor.system("stock"));
        boolean isPaidBack = orders.find(orderId).orElseThrow().aggregate().refunds().find(request.refundId())
                .isPresent();
        if (!isPaidBack) {
            reservations.release(orderId, Reservation.EXPIRED);
            return Optional.of(Rejection.notNow("shortage-changed"));
        }
        orders.decide(orderId, CONTEXT, now -> now.stockIsThere(STOCK, "rest-refunded", clock.instant()));
        return Optional.empty();
    }

    private static Actor actor(ActorRef who) {
        return new Actor(Actor.Kind.valueOf(who.kind().toUpperCase(Locale.ROOT)), who.id());
    }

    private static RefundRequest request(Shortage shortage, Plan plan) {
        var currency = plan.back().getFirst().amount().currency();
        return new RefundRequest(Ids.derived("shortage", shortage.orderId(), Integer.toString(shortage.round())),
                shortage.orderId(), plan.amount(currency), plan.back(), Money.zero(currency),
                RefundRequest.OUT_OF_STOCK,
                null);
    }
}
