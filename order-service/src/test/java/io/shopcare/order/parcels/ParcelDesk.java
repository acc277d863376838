package io.shopcare.order.parcels;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.shopcare.order.Events;
import io.shopcare.order.MortalStore;
import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.logistics.Carrier;
import io.shopcare.order.logistics.Scan;
import io.shopcare.order.orders.Order;
import io.shopcare.order.stock.Stock;
import io.shopcare.order.stock.TakeBack;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.order.parcels.Fixtures.BAO;
import static io.shopcare.order.parcels.Fixtures.BOX;
import static io.shopcare.order.parcels.Fixtures.CHENG;
import static io.shopcare.order.parcels.Fixtures.JIAN;
import static io.shopcare.order.parcels.Fixtures.KU;
import static io.shopcare.order.parcels.Fixtures.PEI;
import static io.shopcare.order.parcels.Fixtures.WEI;

/** A whole fulfilment desk without Spring: orders, parcels, and the events between them. */
final class ParcelDesk {
    final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    final InMemoryAggregateStore<Parcel> parcels = new InMemoryAggregateStore<>();
    final FulfilmentSettings settings = new FulfilmentSettings("main", "shunfeng", "box", Map.of("box", 230),
            Set.of());
    final Numbers numbers = new Numbers();
    private Runnable meanwhile = () -> {};
    /** Where the goods of all orders are taken from. */
    Map<String, String> places = Map.of("COAT-WOOL-GREY-L", "hangzhou-1", "SCARF-CASHMERE-GREY", "hangzhou-1");
    private final Waybills waybills = new Waybills(List.of(new OneCarrier()), numbers, settings);
    private final Interrupted<Order> asked = new Interrupted<>(orders);
    final MortalStore.Life life = new MortalStore.Life();
    private final MortalStore<Parcel> mortalParcels = new MortalStore<>(parcels, life);
    final Permits permits = new Permits(new MortalStore<>(asked, life), mortalParcels, clock);
    final ParcelsFollowOrders parcelsFollow = new ParcelsFollowOrders(mortalParcels, orders,
            orderId -> {
                meanwhile.run();
                return places;
            }, settings, clock);
    private final InMemoryAggregateStore<Stock> stocks = new InMemoryAggregateStore<>();
    final OrdersFollowParcels ordersFollow = new OrdersFollowParcels(orders, parcels, new TakeBack(stocks,
            new Catalogue(new InMemoryAggregateStore<>()), this::isBooked, clock));
    private final PrintWaybill printing = new PrintWaybill(mortalParcels, permits, waybills, clock);
    private final InspectParcel inspecting = new InspectParcel(parcels, orders, settings, clock);
    private final HandOverParcel handingOver = new HandOverParcel(parcels, orders, parcelsFollow, permits, clock);
    private final ParcelTracking tracking = new ParcelTracking(parcels, waybills, clock);
    private final Events orderEvents = new Events("shopcare.order.orders", orders, Actor.system("audit"));
    private final Events parcelEvents = new Events("shopcare.order.parcels", parcels, Actor.staff("jian"));

    /** What happens after a consumer has looked at the order and before it writes the parcel. */
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    /** What happens when this order has given its permit and before the next one is asked. */
    void whenAsked(String orderId, Runnable happening) {
        asked.after(orderId, happening);
    }

    String approved(String orderId, Promise... promises) {
        orders.create(orderId, CommandContext.bySystem("approve"),
                () -> Decision.accept(Fixtures.anApprovedOrder(orderId, promises)));
        approvedAgain(orderId);
        return ParcelsFollowOrders.parcelOf(orderId);
    }

    void approvedAgain(String orderId) {
        parcelsFollow.approved(new io.shopcare.platform.events.EventMeta("shopcare.order.orders", orderId + "-0",
                "order.approved.v1", orderId, 0, clock.instant(), Actor.system("audit")),
                new ParcelsFollowOrders.Told(orderId));
    }

    /** {@code order.address-changed.v1} of an order. */
    void readdressed(String orderId) {
        parcelsFollow.readdressed(new io.shopcare.platform.events.EventMeta("shopcare.order.orders", orderId + "-9",
                "order.address-changed.v1", orderId, 9, clock.instant(), Actor.staff("an")),
                new ParcelsFollowOrders.Told(orderId));
    }

    Parcel parcel(String parcelId) {
        return parcels.find(parcelId).orElseThrow().aggregate();
    }

    Order order(String orderId) {
        return orders.find(orderId).orElseThrow().aggregate();
    }

    void change(String orderId, Function<Order, Decision<Order>> question) {
        orders.decide(orderId, CommandContext.bySystem("test"), question).orThrow();
    }

    Outcome<Parcel> print(String parcelId) {
        return printing.handle(parcel(parcelId), WEI, CommandContext.bySystem("print"));
    }

    /** Prints a parcel as a clerk has seen it a moment ago. */
    Outcome<Parcel> printSeen(Parcel seen) {
        return printing.handle(seen, WEI, CommandContext.bySystem("print"));
    }

    /** {@code refund.requested.v1} of an order. */
    void refundAsked(String orderId) {
        parcelsFollow.reduced(new io.shopcare.platform.events.EventMeta("shopcare.order.refunds", "refund-1",
                "refund.requested.v1", "refund-1", 1, clock.instant(), Actor.system("refunds")),
                new ParcelsFollowOrders.Told(orderId));
    }

    Outcome<Parcel> pick(String parcelId) {
        return decide(parcelId, parcel -> parcel.pick(PEI, clock.instant()));
    }

    Outcome<Parcel> inspect(String parcelId, List<ScannedUnit> units, String... ticked) {
        return inspecting.handle(parcel(parcelId), JIAN, units, Set.of(ticked), CommandContext.bySystem("inspect"));
    }

    Outcome<Parcel> pack(String parcelId) {
        return decide(parcelId, parcel -> parcel.pack(BAO, BOX, clock.instant()));
    }

    Outcome<Parcel> weigh(String parcelId, int grams) {
        return decide(parcelId, parcel -> parcel.weigh(CHENG, grams, clock.instant()));
    }

    Outcome<Parcel> handOver(String parcelId) {
        return handingOver.handle(parcel(parcelId), KU, CommandContext.bySystem("hand-over"));
    }

    boolean scanned(Waybill waybill, Scan scan) {
        return tracking.scanned(waybill, scan);
    }

    /** Delivers what is new on both topics, until nothing is. */
    void deliverEvents() {
        for (boolean more = true; more;) {
            var fresh = parcelEvents.fresh(clock.instant());
            fresh.forEach(this::toOrders);
            var news = orderEvents.fresh(clock.instant());
            news.forEach(this::toParcels);
            more = !fresh.isEmpty() || !news.isEmpty();
        }
    }

    /** Delivers everything once more, as after a crash of the consumer. */
    void deliverEverythingAgain() {
        parcelEvents.all(clock.instant()).forEach(this::toOrders);
        orderEvents.all(clock.instant()).forEach(this::toParcels);
    }

    private void toOrders(Events.Heard heard) {
        switch (heard.meta().type()) {
            case "parcel.inspected.v1" -> ordersFollow.inspected(heard.meta(),
                    heard.as(OrdersFollowParcels.Inspected.class));
            case "parcel.picked.v1" -> ordersFollow.picked(heard.meta(), heard.as(OrdersFollowParcels.Taken.class));
            case "parcel.packed.v1" -> ordersFollow.packed(heard.meta(), heard.as(OrdersFollowParcels.Taken.class));
            case "parcel.shipped.v1" -> ordersFollow.shipped(heard.meta(), heard.as(OrdersFollowParcels.Shipped.class));
            case "parcel.delivered.v1" -> ordersFollow.delivered(heard.meta(),
                    heard.as(OrdersFollowParcels.Delivered.class));
            case "parcel.returned.v1" -> ordersFollow.returned(heard.meta(),
                    heard.as(OrdersFollowParcels.Returned.class));
            default -> {
            }
        }
    }

    private void toParcels(Events.Heard heard) {
        switch (heard.meta().type()) {
            case "order.held.v1", "order.hold-released.v1" -> parcelsFollow.held(heard.meta(),
                    heard.as(ParcelsFollowOrders.Held.class));
            case "order.units-restored.v1", "order.shipped.v1" -> parcelsFollow.restored(heard.meta(),
                    heard.as(ParcelsFollowOrders.Told.class));
            case "order.split.v1" -> parcelsFollow.reduced(heard.meta(), heard.as(ParcelsFollowOrders.Told.class));
            case "order.rest-released.v1" -> parcelsFollow.restReleased(heard.meta(),
                    heard.as(ParcelsFollowOrders.Told.class));
            case "order.address-changed.v1" -> parcelsFollow.readdressed(heard.meta(),
                    heard.as(ParcelsFollowOrders.Told.class));
            case "order.approved.v1" -> parcelsFollow.approved(heard.meta(), heard.as(ParcelsFollowOrders.Told.class));
            case "order.cancelled.v1", "order.rejected.v1" -> parcelsFollow.stopped(heard.meta(),
                    heard.as(ParcelsFollowOrders.Told.class));
            default -> {
            }
        }
    }

    private boolean isBooked(String stockId, String returnId) {
        return stocks.filed().stream().anyMatch(rider -> rider.key().equals(returnId));
    }

    /** Units of a SKU that lie apart. */
    int damaged(String sku) {
        return stocks.find(Stock.id("nuanyang", "hangzhou-1", sku)).orElseThrow().aggregate().figures().damaged();
    }

    private Outcome<Parcel> decide(String parcelId, Function<Parcel, Decision<Parcel>> question) {
        return parcels.decide(parcelId, CommandContext.bySystem("step"), question);
    }

    /** Numbers that count up with the attempts. */
    static final class OneCarrier implements Carrier {
        @Override
        public String code() {
            return "shunfeng";
        }

        @Override
        public Waybill order(String parcelId, int attempt) {
            return new Waybill("shunfeng", "SF%04d".formatted(attempt));
        }
    }

    static final class Numbers implements WaybillNumbers {
        private final Map<Waybill, String> holders = new HashMap<>();

        @Override
        public boolean claim(Waybill waybill, String parcelId) {
            return holders.computeIfAbsent(waybill, free -> parcelId).equals(parcelId);
        }

        @Override
        public Optional<String> parcelOf(Waybill waybill) {
            return Optional.ofNullable(holders.get(waybill));
        }
    }
}
