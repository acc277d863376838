package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.COAT;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.SCARVES;
import static io.shopcare.order.orders.OrderFixtures.SF;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPermittedOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.aReceivedOrder;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The balance of an order: refunds never exceed what was paid, per line and in total. */
class RefundingAnOrderTest {
    private static final Money NONE = cny("0.00");

    @Test
    @DisplayName("O17 a refund holds the balance before it is paid, and its repeat takes nothing more")
    void reserves() {
        var reserved = next(scarf(aReceivedOrder(), "r-1", 2, "249.85"));

        assertThat(reserved.balance().line("2").orElseThrow().left()).isEqualTo(NONE);
        assertThat(accepted(scarf(reserved, "r-1", 2, "249.85")).aggregate()).isEqualTo(reserved);
        assertThat(refused(scarf(reserved, "r-2", 0, "0.01"))).isEqualTo("more-than-is-left");
        assertThat(reserved.refunds().find("r-1").orElseThrow().tenders())
                .containsExactly(new Tender("PAY-1", "sandbox", cny("249.85")));
    }

    @Test
    @DisplayName("O17 in doubt keeps the balance held; only a certain failure frees it, and another attempt takes it")
    void frees() {
        var reserved = next(scarf(aReceivedOrder(), "r-1", 1, "124.92"));
        var inDoubt = next(reserved.refundInDoubt("r-1"));
        assertThat(inDoubt.balance()).isEqualTo(reserved.balance());
        assertThat(refused(scarf(inDoubt, "r-2", 1, "124.94"))).isEqualTo("more-than-is-left");

        var failed = next(inDoubt.refundFailed("r-1"));
        assertThat(failed.balance()).isEqualTo(aReceivedOrder().balance());
        var again = next(scarf(failed, "r-1", 1, "124.92"));
        var paid = next(again.refundSucceeded("r-1"));
        assertThat(paid.lines().get(1).progress().refunded()).isEqualTo(1);
        assertThat(paid.refunds().succeeded("CNY")).isEqualTo(cny("124.92"));
        assertThat(accepted(paid.refundSucceeded("r-1")).aggregate()).isEqualTo(paid);
        assertThat(refused(paid.refundFailed("r-1"))).isEqualTo("refund-succeeded");
    }

    @Test
    @DisplayName("O8a refunded before shipping it is not shipped, and the rest goes on")
    void withdrawsWhatHasNotShipped() {
        var order = next(scarf(aPermittedOrder(), "r-1", 1, "124.92"));
        assertThat(order.lines().get(1).toShip()).isEqualTo(1);
        var shipped = next(order.shipped("parcel-1", SF, List.of(COAT, order.lines().get(1).of(1)), NOW));
        assertThat(shipped.phase()).as("the refund may still fail").isEqualTo(Phase.PARTLY_SHIPPED);
        assertThat(next(shipped.refundSucceeded("r-1")).phase()).isEqualTo(Phase.SHIPPED);
        assertThat(next(shipped.refundFailed("r-1")).phase()).isEqualTo(Phase.PARTLY_SHIPPED);
        assertThat(refused(order.shipped("parcel-1", SF, List.of(COAT, order.lines().get(1).of(3)), NOW)))
                .isEqualTo("more-than-ordered");
        assertThat(next(order.refundFailed("r-1")).lines().get(1).toShip()).isEqualTo(2);
    }

    @Test
    @DisplayName("O8a O17 of a line in two parcels the units that left are refunded first, and the rest still ships")
    void refundsWhatHasLeftFirst() {
        var one = next(
                aPermittedOrder().shipped("parcel-1", SF, List.of(COAT, new LineQuantity("2", "SCARF", 1)), NOW));
        var stopped = next(next(scarf(one, "r-1", 1, "124.92")).refundSucceeded("r-1"));
        assertThat(stopped.lines().get(1).toShip()).as("it was not sent yet, and is paid for").isEqualTo(1);
        assertThat(stopped.phase()).isEqualTo(Phase.PARTLY_SHIPPED);
        var rest = next(scarf(stopped, "r-2", 1, "124.93"));
        assertThat(rest.lines().get(1).toShip()).as("what left is refunded: this is of the rest").isZero();

        var both = next(scarf(one, "r-1", 2, "249.85"));
        assertThat(both.lines().get(1).toShip()).isZero();
        assertThat(next(both.refundFailed("r-1")).lines().get(1).toShip()).isEqualTo(1);
    }

    @Test
    @DisplayName("O2 O8a what has left has left, though its refund was reserved before the order heard of it: it is to be stopped")
    void hearsOfAParcelThatLeftBeforeTheRefund() {
        var reserved = next(scarf(aPermittedOrder(), "r-1", 2, "249.85"));
        var left = reserved.shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW);
        assertThat(OrderFixtures.event(left, OrderEvent.Shipped.class).complete()).isTrue();
        assertThat(OrderFixtures.event(left, OrderEvent.Held.class).holds()).singleElement()
                .satisfies(hold -> assertThat(hold.code()).isEqualTo("shipped-though-refunded"));
        assertThat(next(left).lines().get(1).progress().shipped()).isEqualTo(2);
        assertThat(next(next(left).refundFailed("r-1")).lines().get(1).toShip()).as("gone is gone").isZero();
        var paid = next(next(left).refundSucceeded("r-1"));
        assertThat(paid.phase()).isEqualTo(Phase.SHIPPED);
        assertThat(paid.balance().line("2").orElseThrow().units()).isZero();
    }

    @Test
    @DisplayName("O8a all of it refunded while a parcel may have left: it ends when the parcel gives its permit back, or ships")
    void waitsForThePermit() {
        var all = List.of(new LineAmount("1", 1, cny("854.05")), new LineAmount("2", 2, cny("249.85")));
        var refunded = next(next(aPermittedOrder().reserveRefund("r-1", cny("1103.90"), all, NONE))
                .refundSucceeded("r-1"));
        assertThat(refunded.phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
        assertThat(refunded.shipsNothingMore()).isFalse();
        assertThat(next(refunded.permitReturned("parcel-1")).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(next(refunded.shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW)).phase())
                .isEqualTo(Phase.SHIPPED);
    }

    @Test
    @DisplayName("O2 O18 the rest refunded makes it shipped or delivered, and that is told")
    void tellsThatTheRestIsRefunded() {
        var onTheWay = next(scarf(OrderFixtures.aPartlyShippedOrder(), "r-1", 2, "249.85"));
        assertThat(OrderFixtures.event(onTheWay.refundSucceeded("r-1"), OrderEvent.RestRefunded.class).state())
                .isEqualTo("shipped");
        var there = next(onTheWay.delivered("parcel-1", "in-person", NOW, NOW));
        assertThat(OrderFixtures.event(there.refundSucceeded("r-1"), OrderEvent.RestRefunded.class).state())
                .isEqualTo("delivered");
    }

    @Test
    @DisplayName("O8a the rest refunded after a parcel left: the order has shipped, or has arrived, and goes on to its end")
    void goesOnWhenTheRestIsRefunded() {
        var onTheWay = next(scarf(OrderFixtures.aPartlyShippedOrder(), "r-1", 2, "249.85"));
        assertThat(onTheWay.phase()).as("it may still fail").isEqualTo(Phase.PARTLY_SHIPPED);
        var refunded = next(onTheWay.refundSucceeded("r-1"));
        assertThat(refunded.phase()).isEqualTo(Phase.SHIPPED);
        assertThat(next(refunded.delivered("parcel-1", "in-person", NOW, NOW)).phase()).isEqualTo(Phase.DELIVERED);

        var there = next(OrderFixtures.aPartlyShippedOrder().delivered("parcel-1", "in-person", NOW, NOW));
        var ended = next(next(scarf(there, "r-1", 2, "249.85")).refundSucceeded("r-1"));
        assertThat(ended.phase()).isEqualTo(Phase.DELIVERED);
        assertThat(next(ended.confirmReceipt(NOW, "buyer-confirmed")).phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    @DisplayName("O8a O4 what was promised about shipping is judged by the parcel that turned out to be the last")
    void judgesPromisesByTheLastParcel() {
        var promised = OrderFixtures.aPartlyShippedOrder(OrderFixtures.shipsBy(NOW));
        var refunded = next(scarf(promised, "r-1", 2, "249.85")).refundSucceeded("r-1");
        assertThat(OrderFixtures.event(refunded, OrderEvent.PromiseKept.class).evidence().kind())
                .isEqualTo("shipment");
    }

    @Test
    @DisplayName("O8a all of it refunded before anything left: it is cancelled")
    void endsWhenAllIsRefunded() {
        var scarfBack = next(next(scarf(OrderFixtures.anApprovedOrder(), "r-1", 2, "249.85")).refundSucceeded("r-1"));
        assertThat(scarfBack.phase()).as("the coat is still to ship").isEqualTo(Phase.AWAITING_FULFILMENT);
        var coat = scarfBack.reserveRefund("r-2", cny("854.05"), List.of(new LineAmount("1", 1, cny("854.05"))), NONE);
        var all = next(coat).refundSucceeded("r-2");
        assertThat(next(all).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(OrderFixtures.event(all, OrderEvent.Cancelled.class).reason()).isEqualTo("refunded");
    }

    @Test
    @DisplayName("O5 money that came late, twice or in part can go back, and finance has nothing left to settle")
    void refundsTheSurplus() {
        var late = next(pay(next(aPlacedOrder().closeUnpaid(PAY_BY)), "N-1", "PAY-1", "1103.90"));
        assertThat(next(next(late.reserveRefund("r-1", cny("1103.90"), List.of(), NONE)).refundSucceeded("r-1"))
                .payment().unsettled()).isFalse();

        var twice = next(pay(aPaidOrder(), "N-2", "PAY-2", "1103.90"));
        assertThat(refused(twice.reserveRefund("r-1", cny("1103.91"), List.of(), NONE)))
                .isEqualTo("more-than-is-left");
        assertThat(next(twice.reserveRefund("r-1", cny("1103.90"), List.of(), NONE)).refunds().all().getFirst()
                .tenders()).containsExactly(new Tender("PAY-2", "sandbox", cny("1103.90")));
    }

    @Test
    void refusesWhatDoesNotAddUp() {
        assertThat(refused(scarf(aPlacedOrder(), "r-1", 1, "1.00"))).isEqualTo("more-than-is-left");
        assertThat(refused(aReceivedOrder().reserveRefund("r-1", cny("1.00"),
                List.of(new LineAmount("2", 1, cny("2.00"))), NONE))).isEqualTo("parts-differ");
        assertThat(refused(aReceivedOrder().reserveRefund("r-1", cny("-1.00"), List.of(), NONE)))
                .isEqualTo("parts-differ");
        assertThat(refused(aReceivedOrder().reserveRefund("r-1", Money.of("1.00", "USD"), List.of(),
                Money.of("0.00", "USD")))).isEqualTo("wrong-currency");
        assertThat(refused(aReceivedOrder().reserveRefund("r-1", cny("1.00"),
                List.of(new LineAmount("7", 1, cny("1.00"))), NONE))).isEqualTo("line-unknown");
        assertThat(refused(aReceivedOrder().reserveRefund("r-1", cny("5.00"), List.of(
                new LineAmount("1", 0, cny("-100.00")), new LineAmount("2", 0, cny("105.00"))), NONE)))
                .isEqualTo("more-than-is-left");
        assertThat(refused(aReceivedOrder().reserveRefund("r-1", cny("300.00"), List.of(
                new LineAmount("2", 1, cny("150.00")), new LineAmount("2", 1, cny("150.00"))), NONE)))
                .as("the same line twice").isEqualTo("more-than-is-left");
    }

    @Test
    @DisplayName("O17 whatever is asked in whatever order, no line and no order gives back more than was paid")
    void neverExceedsWhatWasPaid() {
        var random = new Random(20261110);
        for (int run = 0; run < 200; run++) {
            var order = next(pay(aPlacedOrder(), "N-1", "PAY-1", random.nextBoolean() ? "1103.90" : "1150.00"));
            var known = new ArrayList<String>();
            for (int step = 0; step < 30; step++) {
                order = switch (step(order, known, random)) {
                    case Decision.Accepted<Order>(var next, var events, var riders, var answers) -> next;
                    case Decision.Rejected<Order> refused -> order;
                };
                holds(order);
            }
        }
    }

    private static Decision<Order> step(Order order, List<String> known, Random random) {
        if (known.isEmpty() || random.nextInt(3) == 0) {
            known.add("r-" + known.size());
            var one = new Money(random.nextLong(60_000), "CNY");
            var two = new Money(random.nextLong(20_000), "CNY");
            var surplus = new Money(random.nextInt(4) == 0 ? random.nextLong(6_000) : 0, "CNY");
            return order.reserveRefund(known.getLast(), one.plus(two).plus(surplus), List.of(
                    new LineAmount("1", random.nextInt(2), one), new LineAmount("2", random.nextInt(3), two)), NONE);
        }
        var id = known.get(random.nextInt(known.size()));
        return switch (random.nextInt(3)) {
            case 0 -> order.refundInDoubt(id);
            case 1 -> order.refundSucceeded(id);
            default -> order.refundFailed(id);
        };
    }

    private static void holds(Order order) {
        var balance = order.balance();
        assertThat(balance.lines()).noneMatch(line -> line.left().isNegative() || line.units() < 0);
        assertThat(balance.surplus().isNegative()).isFalse();
        var taken = Money.sum("CNY", order.refunds().all().stream().filter(RefundsFacet.Share::counts)
                .map(RefundsFacet.Share::amount).toList());
        assertThat(taken.plus(balance.total())).isEqualTo(order.payment().sum("CNY"));
        assertThat(order.refunds().all().stream().filter(RefundsFacet.Share::counts)).allSatisfy(
                share -> assertThat(Money.sum("CNY", share.tenders().stream().map(Tender::amount).toList()))
                        .isEqualTo(share.amount()));
        assertThat(order.lines()).allMatch(line -> line.toShip() >= 0);
    }

    private static Decision<Order> scarf(Order order, String refundId, int units, String amount) {
        return order.reserveRefund(refundId, cny(amount), List.of(new LineAmount("2", units, cny(amount))), NONE);
    }
}
