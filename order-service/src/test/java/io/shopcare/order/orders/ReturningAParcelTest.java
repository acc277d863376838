package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.COAT;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.SCARVES;
import static io.shopcare.order.orders.OrderFixtures.SF;
import static io.shopcare.order.orders.OrderFixtures.aPartlyShippedOrder;
import static io.shopcare.order.orders.OrderFixtures.aShippedOrder;
import static io.shopcare.order.orders.OrderFixtures.anApprovedOrder;
import static io.shopcare.order.orders.OrderFixtures.anImportedOrder;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.event;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The coat is worth 854.05, the two scarves 249.85; a parcel of them does not reach the buyer. */
class ReturningAParcelTest {
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    @Test
    @DisplayName("O10 O17 stopped on its way: its goods are paid back at once, the freight is not, and no clock waits for it")
    void isPaidBackWhenItIsStopped() {
        var stopped = aShippedOrder().parcelStopped("parcel-1", NOW);
        assertThat(event(stopped, OrderEvent.ParcelStopped.class).state()).isEqualTo("shipped");
        assertThat(event(stopped, OrderEvent.RefundDue.class)).satisfies(due -> {
            assertThat(due.amount()).isEqualTo(cny("1103.90"));
            assertThat(due.freight()).isEqualTo(cny("0.00"));
            assertThat(due.reason()).isEqualTo("parcel-stopped");
        });
        assertThat(next(stopped).receiptDue()).isNull();
        assertThat(refused(next(stopped).receive(LATER, "buyer-confirmed"))).isEqualTo("coming-back");
        assertThat(OrderFixtures.accepted(next(stopped).parcelStopped("parcel-1", LATER)).events()).isEmpty();
    }

    @Test
    @DisplayName("O2 O10 all that left is back: counted as returned, cancelled by interception, and paid back once")
    void endsWhenAllOfItIsBack() {
        var stopped = next(aShippedOrder().parcelStopped("parcel-1", NOW));
        var back = stopped.parcelReturned("parcel-1", LATER);
        assertThat(event(back, OrderEvent.ParcelReturned.class).state()).isEqualTo("cancelled");
        assertThat(event(back, OrderEvent.Cancelled.class).reason()).isEqualTo("returned");
        assertThat(OrderFixtures.accepted(back).events()).noneMatch(OrderEvent.RefundDue.class::isInstance);
        assertThat(next(back).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(next(back).lines()).extracting(line -> line.progress().returned()).containsExactly(1, 2);
        assertThat(OrderFixtures.accepted(next(back).parcelReturned("parcel-1", LATER)).events()).isEmpty();
        assertThat(OrderFixtures.accepted(next(back).parcelStopped("parcel-1", LATER)).events()).isEmpty();
    }

    @Test
    @DisplayName("O15 O17 refused by the buyer, stopped by nobody: paid back when it is here, and the order ends")
    void isPaidBackWhenItIsBack() {
        var back = aShippedOrder().parcelReturned("parcel-1", LATER);
        assertThat(event(back, OrderEvent.RefundDue.class)).satisfies(due -> {
            assertThat(due.amount()).isEqualTo(cny("1103.90"));
            assertThat(due.reason()).isEqualTo("parcel-returned");
        });
        assertThat(next(back).isCancelled()).isTrue();
        assertThat(OrderFixtures.accepted(next(back).parcelStopped("parcel-1", LATER)).events())
                .as("the interception ends later than the scan").isEmpty();
    }

    @Test
    @DisplayName("O17 the refund of what was stopped failed: finance tries it again; the return of the parcel asks for no second one")
    void asksForOneRefund() {
        var stopped = aShippedOrder().parcelStopped("parcel-1", NOW);
        var refundId = RefundsFacet.idOf(event(stopped, OrderEvent.RefundDue.class).requestId());
        var failed = next(next(stopped).refundFailed(refundId));
        assertThat(OrderFixtures.accepted(failed.parcelReturned("parcel-1", LATER)).events())
                .noneMatch(OrderEvent.RefundDue.class::isInstance);
    }

    @Test
    @DisplayName("O17 what a case paid back before the parcel was back is not paid back twice")
    void paysNothingTwice() {
        var refunded = next(next(next(aShippedOrder().reserveRefund("r-1", cny("249.85"), List.of(new LineAmount("2", 2,
                cny("249.85"))), cny("0.00"))).refundSucceeded("r-1")).parcelReturned("parcel-1", LATER));
        assertThat(refunded.refunds().all()).extracting(share -> share.amount()).containsExactly(cny("249.85"),
                cny("854.05"));
        assertThat(refunded.balance().total().isZero()).isTrue();
    }

    @Test
    @DisplayName("O17 a case paid back the unit that did not come; when it is back, its neighbour that arrived is not paid back for it")
    void leavesTheUnitThatArrived() {
        var one = new LineQuantity("2", "SCARF", 1);
        var first = next(next(anApprovedOrder().permit("parcel-1")).shipped("parcel-1", SF, List.of(COAT, one), NOW));
        var both = next(next(first.permit("parcel-2")).shipped("parcel-2", SF, List.of(one), NOW));
        var refunded = next(next(both.delivered("parcel-1", "in-person", LATER, LATER)).reserveRefund("r-1",
                cny("124.93"), List.of(new LineAmount("2", 1, cny("124.93"))), cny("0.00")));
        var back = refunded.parcelReturned("parcel-2", LATER);
        assertThat(OrderFixtures.accepted(back).events()).noneMatch(OrderEvent.RefundDue.class::isInstance);
        assertThat(next(back).fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);
    }

    @Test
    @DisplayName("O14 O16 the other parcel arrived: the order is delivered when the first is stopped, and its clock runs from there")
    void isDeliveredWithoutIt() {
        var both = next(next(aPartlyShippedOrder().permit("parcel-2")).shipped("parcel-2", SF, List.of(SCARVES), NOW));
        var there = next(both.delivered("parcel-2", "in-person", LATER, LATER));
        assertThat(there.fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
        var stopped = there.parcelStopped("parcel-1", LATER);
        assertThat(event(stopped, OrderEvent.ParcelStopped.class).state()).isEqualTo("delivered");
        assertThat(next(stopped).receiptDue()).isEqualTo(LATER.plus(Duration.ofDays(7)));
        var received = next(next(stopped).receive(LATER, "buyer-confirmed"));
        assertThat(received.lines()).extracting(line -> line.progress().received()).containsExactly(0, 2);
        var back = received.parcelReturned("parcel-1", LATER);
        assertThat(event(back, OrderEvent.ParcelReturned.class).state()).isEqualTo("received");

        var stoppedBefore = next(next(both.parcelStopped("parcel-1", NOW)).delivered("parcel-2", "in-person", LATER,
                LATER));
        assertThat(stoppedBefore.fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);
    }

    @Test
    @DisplayName("O14 the first of two is back: the order goes on with its rest; the rest refunded, it ends")
    void goesOnWithItsRest() {
        var back = next(aPartlyShippedOrder().parcelReturned("parcel-1", LATER));
        assertThat(back.fulfilment().state()).isEqualTo(FulfilmentState.PARTLY_SHIPPED);
        var delivered = next(next(next(back.permit("parcel-2")).shipped("parcel-2", SF, List.of(SCARVES), LATER))
                .delivered("parcel-2", "in-person", LATER, LATER));
        assertThat(delivered.fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);

        var refunded = next(back.reserveRefund("r-1", cny("249.85"), List.of(new LineAmount("2", 2, cny("249.85"))),
                cny("0.00"))).refundSucceeded("r-1");
        assertThat(event(refunded, OrderEvent.Cancelled.class).reason()).isEqualTo("returned");
        assertThat(next(refunded).balance().total().isZero()).isTrue();
    }

    @Test
    @DisplayName("O10 the rest refunded while the stopped parcel is on its way back: shipped until it is here, then over")
    void waitsForWhatIsOnItsWayBack() {
        var stopped = next(aPartlyShippedOrder().parcelStopped("parcel-1", NOW));
        var refunded = next(next(stopped.reserveRefund("r-1", cny("249.85"), List.of(new LineAmount("2", 2,
                cny("249.85"))), cny("0.00"))).refundSucceeded("r-1"));
        assertThat(refunded.fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
        assertThat(next(refunded.parcelReturned("parcel-1", LATER)).isCancelled()).isTrue();
    }

    @Test
    @DisplayName("O17 of a line in two parcels the half that came back is paid back, and the half that arrived is not")
    void paysBackHalfALine() {
        var one = new LineQuantity("2", "SCARF", 1);
        var first = next(next(anApprovedOrder().permit("parcel-1")).shipped("parcel-1", SF, List.of(COAT, one), NOW));
        var both = next(next(first.permit("parcel-2")).shipped("parcel-2", SF, List.of(one), NOW));
        var there = next(both.delivered("parcel-1", "in-person", LATER, LATER));
        assertThat(event(there.parcelReturned("parcel-2", LATER), OrderEvent.RefundDue.class).lines())
                .containsExactly(new LineAmount("2", 1, cny("124.93")));
    }

    @Test
    @DisplayName("O15 what was delivered all the same is delivered; what nobody has heard of leaving is not stopped")
    void believesTheDelivery() {
        var stopped = next(aShippedOrder().parcelStopped("parcel-1", NOW));
        var delivered = next(stopped.delivered("parcel-1", "in-person", LATER, LATER));
        assertThat(delivered.fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);
        assertThat(delivered.receiptDue()).isNotNull();
        assertThat(refused(delivered.parcelReturned("parcel-1", LATER))).isEqualTo("already-delivered");
        assertThat(refused(anApprovedOrder().parcelStopped("parcel-1", NOW))).isEqualTo("not-shipped");
        assertThat(refused(anApprovedOrder().parcelReturned("parcel-1", NOW))).isEqualTo("not-shipped");
    }

    @Test
    @DisplayName("O16 O17 laid in a locker and back after the clock had completed the order: paid back, counted, and completed it stays")
    void isPaidBackAfterTheClock() {
        var laid = next(aShippedOrder().delivered("parcel-1", "locker-or-station", NOW, null));
        var back = laid.parcelReturned("parcel-1", LATER);
        assertThat(event(back, OrderEvent.ParcelReturned.class).state()).isEqualTo("cancelled");
        var completed = next(laid.confirmReceipt(LATER, "deadline"));
        var late = completed.parcelReturned("parcel-1", LATER);
        assertThat(event(late, OrderEvent.RefundDue.class).amount()).isEqualTo(cny("1103.90"));
        assertThat(event(late, OrderEvent.ParcelReturned.class).state()).isEqualTo("completed");
        assertThat(next(late).lines()).extracting(line -> line.progress().returned()).containsExactly(1, 2);
        assertThat(OrderFixtures.accepted(next(late).parcelReturned("parcel-1", LATER)).events()).isEmpty();
    }

    @Test
    @DisplayName("O16 O17 a platform's clock stands still for it, and the platform gives its money back")
    void leavesThePlatformsMoneyAlone() {
        var approved = next(anImportedOrder("order-1", "COAT", 1).audited("v", List.of(), List.of(), NOW));
        var shipped = next(next(approved.permit("parcel-1")).shipped("parcel-1", SF, List.of(COAT), NOW));
        assertThat(shipped.receiptDue()).isNotNull();
        Decision<Order> stopped = shipped.parcelStopped("parcel-1", NOW);
        assertThat(next(stopped).receiptDue()).isNull();
        assertThat(next(stopped).refunds().all()).isEmpty();
        assertThat(next(next(stopped).parcelReturned("parcel-1", LATER)).isCancelled()).isTrue();
    }
}
