package io.shopcare.order.interceptions;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Events;
import io.shopcare.order.FacetTable;
import io.shopcare.order.SampleOrders;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.parcels.SampleParcels;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Parcels that have left: stopped, or sent elsewhere. */
class InterceptingAParcelTest {
    private static final Actor SHU = Actor.staff("shu");
    private final MutableClock clock = MutableClock.at("2026-11-12T02:00:00Z");
    private final InMemoryAggregateStore<Interception> interceptions = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    private final InterceptionsFollow follow = new InterceptionsFollow(interceptions, orders, clock);
    private final Events events = new Events("shopcare.order.interceptions", interceptions, SHU);
    private final Events ofOrders = new Events("shopcare.order.orders", orders, Actor.buyer("lin"));

    InterceptingAParcelTest() {
        orders.create("order-1", CommandContext.bySystem("test"),
                () -> Decision.accept(shipped(SampleOrders.anApprovedOrder("order-1"))));
    }

    @Test
    @DisplayName("O10 the states of an interception")
    void states() throws IOException {
        FacetTable.of(InterceptionState.class, InterceptionState.OFFERED)
                .reachesAllAndEndsIn(EnumSet.of(InterceptionState.DONE)).isDrawnIn("interception.md");
    }

    @Test
    @DisplayName("O10 a buyer's redirect waits until its price is paid on the order, then the carrier is asked; its scan ends it")
    void asksWhenItIsPaid() {
        assertThat(ask(elsewhere(), false, "lin").state()).isEqualTo(InterceptionState.OFFERED);
        hear();
        hear();
        var request = orders.find("order-1").orElseThrow().aggregate().payment().openRequests().getFirst();
        assertThat(request.amount()).isEqualTo(cny("12.00"));
        orders.decide("order-1", CommandContext.bySystem("pay"), order -> order.receiveRequested(request.requestId(),
                "N-2", new Tender("PAY-2", "sandbox", cny("12.00")), clock.instant(), Duration.ZERO)).orThrow();
        hear();
        assertThat(it().state()).isEqualTo(InterceptionState.ASKED);
        follow.scanned(scan(), new InterceptionsFollow.Scanned("parcel-1", "in-transit"));
        assertThat(it().state()).isEqualTo(InterceptionState.ASKED);
        follow.scanned(scan(), new InterceptionsFollow.Scanned("parcel-1", "forwarded"));
        assertThat(it().state()).isEqualTo(InterceptionState.DONE);
        hear();
        assertThat(due()).as("nothing came back").isEmpty();
    }

    @Test
    @DisplayName("O10 a price that is not paid withdraws it; it may be tried again, under another request")
    void isWithdrawnUnpaid() {
        ask(elsewhere(), false, "lin");
        hear();
        var first = orders.find("order-1").orElseThrow().aggregate().payment().openRequests().getFirst();
        orders.decide("order-1", CommandContext.bySystem("test"),
                order -> order.withdrawPaymentRequest(first.requestId())).orThrow();
        hear();
        assertThat(it().state()).isEqualTo(InterceptionState.WITHDRAWN);
        clock.advance(Duration.ofHours(1));
        assertThat(ask(elsewhere(), false, "lin").attempt()).isEqualTo(2);
        hear();
        assertThat(orders.find("order-1").orElseThrow().aggregate().payment().openRequests()).singleElement()
                .satisfies(second -> assertThat(second.requestId()).isNotEqualTo(first.requestId()));
    }

    @Test
    @DisplayName("O10 what the shop stops comes back and is refunded, once, as far as nothing else was")
    void paysBackWhatIsStopped() {
        assertThat(ask(null, false, "shu").state()).isEqualTo(InterceptionState.ASKED);
        var second = (Outcome.Rejected<Interception>) intercept(null, false, "mei");
        assertThat(second.rejection().code()).isEqualTo("interception-open");
        assertThat(second.rejection().facts()).containsEntry("who", "shu");
        follow.scanned(scan(), new InterceptionsFollow.Scanned("parcel-1", "returning"));
        hear();
        hear();
        assertThat(due()).singleElement().satisfies(due -> assertThat(due.amount()).isEqualTo(cny("1103.90")));
        assertThat(orders.published(OrderEvent.ParcelStopped.class)).hasSize(1);
    }

    @Test
    @DisplayName("O10 refused: the carrier could not, or delivered it all the same; two answers, and the second hears who")
    void isRefused() {
        ask(null, false, "shu");
        var answers = new InterceptParcel(interceptions, orders, settings(List.of()), clock);
        answers.answered("parcel-1", InterceptionState.REFUSED, "too-late", by("wei")).orThrow();
        var second = (Outcome.Rejected<Interception>) answers.answered("parcel-1", InterceptionState.DONE, "x",
                by("shu"));
        assertThat(second.rejection().facts()).containsEntry("who", "wei");
        hear();
        assertThat(due()).isEmpty();

        clock.advance(Duration.ofHours(1));
        ask(null, false, "shu");
        follow.scanned(scan(), new InterceptionsFollow.Scanned("parcel-1", "signed"));
        assertThat(it().state()).isEqualTo(InterceptionState.REFUSED);
    }

    @Test
    @DisplayName("O10 O15 booked back in the warehouse by hand: a stop is done, a redirect was not, and neither is asked for any more")
    void endsWithTheReturn() {
        ask(null, false, "shu");
        follow.returned(scan(), new InterceptionsFollow.Returned("parcel-1"));
        assertThat(it().state()).isEqualTo(InterceptionState.DONE);
        follow.returned(scan(), new InterceptionsFollow.Returned("parcel-1"));
        assertThat(it().state()).isEqualTo(InterceptionState.DONE);
    }

    @Test
    @DisplayName("O10 not every parcel can be intercepted")
    void isNotAlwaysPossible() {
        assertThat(code(new InterceptParcel(interceptions, orders, settings(List.of("shunfeng")), clock)
                .handle(SampleParcels.aShippedParcel(), null, false, by("shu")))).isEqualTo("interception-impossible");
        assertThat(code(new InterceptParcel(interceptions, orders, settings(List.of()), clock)
                .handle(SampleParcels.aReturnedParcel(), null, false, by("shu")))).isEqualTo("already-returned");
        assertThat(code(new InterceptParcel(interceptions, orders, settings(List.of()), clock)
                .handle(SampleParcels.aParcelInTheHouse(), null, false, by("shu")))).isEqualTo("not-shipped");
    }

    private List<OrderEvent.RefundDue> due() {
        return orders.published(OrderEvent.RefundDue.class);
    }

    private Interception ask(@Nullable Address to, boolean shopBears, String who) {
        return intercept(to, shopBears, who).orThrow().stored().aggregate();
    }

    private Outcome<Interception> intercept(@Nullable Address to, boolean shopBears, String who) {
        return new InterceptParcel(interceptions, orders, settings(List.of()), clock)
                .handle(SampleParcels.aShippedParcel(), to, shopBears, by(who));
    }

    private static InterceptionSettings settings(List<String> impossible) {
        return new InterceptionSettings(impossible, Map.of(), "12.00", Duration.ofHours(24));
    }

    private Interception it() {
        return interceptions.find(Interception.idOf("parcel-1")).orElseThrow().aggregate();
    }

    /** All events so far, again and again, as after a crash. */
    private void hear() {
        for (var heard : events.all(clock.instant()))
            switch (heard.meta().type()) {
                case "interception.offered.v1" -> follow.offered(heard.meta(),
                        heard.as(InterceptionsFollow.Offered.class));
                case "interception.ended.v1" -> follow.ended(heard.meta(), heard.as(InterceptionsFollow.Ended.class));
                default -> {
                }
            }
        for (var heard : ofOrders.all(clock.instant()))
            switch (heard.meta().type()) {
                case "payment-request.paid.v1" -> follow.paid(heard.meta(),
                        heard.as(InterceptionsFollow.OfRequest.class));
                case "payment-request.closed.v1" -> follow.notPaid(heard.meta(),
                        heard.as(InterceptionsFollow.OfRequest.class));
                default -> {
                }
            }
    }

    private int scans;

    private io.shopcare.platform.events.EventMeta scan() {
        scans++;
        return new io.shopcare.platform.events.EventMeta("shopcare.order.parcels", "parcel-1-" + scans,
                "tracking.updated.v1", "parcel-1", scans, clock.instant(), Actor.system("carrier"));
    }

    private static Order shipped(Order order) {
        var lines = order.lines().stream().map(line -> line.of(line.quantity())).toList();
        return OrderFixtures.next(OrderFixtures.next(order.permit("parcel-1")).shipped("parcel-1", OrderFixtures.SF,
                lines, OrderFixtures.NOW));
    }

    private static CommandContext by(String who) {
        return new CommandContext(Actor.staff(who), "intercept", null, null, null);
    }

    private static Address elsewhere() {
        return new Address("CN", "310104", "上海市", "上海市", "徐汇区", null, "漕溪北路 1 号", "林小雨", "13812345678", null);
    }

    private static String code(Outcome<Interception> outcome) {
        return outcome instanceof Outcome.Rejected<Interception>(var why) ? why.code() : "accepted";
    }
}
