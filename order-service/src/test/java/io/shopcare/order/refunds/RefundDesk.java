package io.shopcare.order.refunds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shopcare.order.Events;
import io.shopcare.order.MortalStore;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.SampleOrders;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.RefundState;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

/** Refunds of Lin's order without Spring, with a place to be killed at every step. */
final class RefundDesk {
    static final Actor AFTERSALE = Actor.service("aftersale-service");
    final MutableClock clock = MutableClock.at("2026-11-17T03:10:00Z");
    final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    final InMemoryAggregateStore<Refund> refunds = new InMemoryAggregateStore<>();
    final ScriptedProvider provider = new ScriptedProvider();
    private final Events events = new Events("shopcare.order.refunds", refunds, Actor.service("order-service"));
    final SalesDesk shelves = new SalesDesk().withOnTheShelf("COAT-WOOL-GREY-L", "899.00", 1)
            .withOnTheShelf("SCARF-CASHMERE-GREY", "263.00", 1);
    final OrdersFollowRefunds ordersFollow = new OrdersFollowRefunds(orders, shelves.reservations);
    private final Map<String, String> references = new HashMap<>();
    private final MortalStore.Life life = new MortalStore.Life();

    RefundDesk() {
        orders.create("order-1", CommandContext.bySystem("test"),
                () -> Decision.accept(SampleOrders.anApprovedOrder("order-1")));
    }

    /** The stock of the order is promised for good, as after every approval. */
    void holdTheStock() {
        shelves.reserve.handle(StockFixtures.request("order-1", Map.of("COAT-WOOL-GREY-L", 1, "SCARF-CASHMERE-GREY", 1),
                null), AFTERSALE).orThrow();
        shelves.reservations.bind("order-1");
        shelves.reservations.allocate("order-1");
    }

    /** The coat leaves in a parcel of its own, and the stock has heard of it. */
    void shipsTheCoat() {
        var coat = new LineQuantity("1", "COAT-WOOL-GREY-L", 1);
        orders.decide("order-1", CommandContext.bySystem("test"), order -> order.permit("parcel-1")).orThrow();
        orders.decide("order-1", CommandContext.bySystem("test"), order -> order.shipped("parcel-1", OrderFixtures.SF,
                List.of(coat), clock.instant())).orThrow();
        shelves.reservations.ship("order-1", "parcel-1", Map.of("COAT-WOOL-GREY-L", 1), false);
    }

    ReservationState reservation() {
        return shelves.reservations.of("order-1").orElseThrow().state();
    }

    void diesAfterWrites(int writes) {
        life.endsAfter(writes);
    }

    void livesOn() {
        life.goesOn();
    }

    AskRefund asking() {
        return new AskRefund(mortal(refunds), mortal(orders), reserving(), paying(), clock);
    }

    RetryRefund retrying() {
        return new RetryRefund(mortal(refunds), mortal(orders), paying(), clock);
    }

    /** A reference tells of one amount for ever. */
    ConfirmPayout confirming() {
        return new ConfirmPayout(mortal(refunds), (shop, reference, content) -> {
            var known = references.putIfAbsent(reference, content);
            return known == null ? content : known;
        }, paying(), clock);
    }

    PayRefund paying() {
        return new PayRefund(mortal(refunds), reserving(), List.of(provider), clock);
    }

    private ReserveRefund reserving() {
        return new ReserveRefund(mortal(orders), mortal(refunds), clock);
    }

    /** The case asks for the scarf's money. */
    Refund askForTheScarf() {
        return ask(scarf("request-1", "249.85"));
    }

    Refund ask(RefundRequest request) {
        asking().handle(SampleOrders.LIN, request, AFTERSALE);
        return refund(request);
    }

    static RefundRequest scarf(String requestId, String amount) {
        return new RefundRequest(requestId, "order-1", cny(amount), List.of(new LineAmount("2", 1, cny(amount))),
                cny("0.00"), "goods-returned", "case-1");
    }

    Refund refund(RefundRequest request) {
        return refunds.find(request.refundId()).orElseThrow().aggregate();
    }

    RefundState share(String refundId) {
        return orders.find("order-1").orElseThrow().aggregate().refunds().find(refundId).orElseThrow().state();
    }

    Money left() {
        return orders.find("order-1").orElseThrow().aggregate().balance().total();
    }

    /** What the deadline does. */
    void callDue() {
        var now = clock.instant();
        refunds.all().stream().map(Stored::aggregate)
                .filter(refund -> refund.callProviderAt() != null && !refund.callProviderAt().isAfter(now))
                .forEach(refund -> paying().handle(refund.refundId()));
    }

    void deliverEvents() {
        events.fresh(clock.instant()).forEach(this::toOrders);
    }

    void deliverEverythingAgain() {
        events.all(clock.instant()).forEach(this::toOrders);
    }

    private void toOrders(Events.Heard heard) {
        var told = heard.as(OrdersFollowRefunds.Told.class);
        switch (heard.meta().type()) {
            case "refund.in-doubt.v1" -> ordersFollow.inDoubt(heard.meta(), told);
            case "refund.succeeded.v1" -> ordersFollow.succeeded(heard.meta(), told);
            case "refund.failed.v1" -> ordersFollow.failed(heard.meta(), told);
            default -> {
            }
        }
    }

    static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private <A> AggregateStore<A> mortal(AggregateStore<A> store) {
        return new MortalStore<>(store, life);
    }
}
