package io.shopcare.order.parcels;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.logistics.TrackingState;
import io.shopcare.order.orders.FulfilmentState;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;

import static io.shopcare.order.parcels.Fixtures.COAT_AND_SCARF;
import static io.shopcare.order.parcels.Fixtures.KU;
import static io.shopcare.order.parcels.Fixtures.NOW;
import static io.shopcare.order.parcels.Fixtures.aParcelAt;
import static io.shopcare.order.parcels.Fixtures.accepted;
import static io.shopcare.order.parcels.Fixtures.next;
import static io.shopcare.order.parcels.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

/** The carrier brings a parcel back: stopped, refused, or not to be delivered. */
class ReturnedToSenderTest {
    private static final Waybill WAYBILL = new Waybill("shunfeng", "SF0000");
    private final ParcelDesk desk = new ParcelDesk();

    @Test
    @DisplayName("O2 O9 O15 refused by the buyer: the parcel ends returned, its units lie apart in stock, its order is over; all once")
    void comesBack() {
        var parcelId = onItsWay();
        scan(TrackingState.REFUSED);
        scan(TrackingState.RETURNING);
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.SHIPPED);
        scan(TrackingState.RETURN_SIGNED);
        scan(TrackingState.RETURN_SIGNED);
        desk.deliverEvents();
        desk.deliverEverythingAgain();

        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.RETURNED);
        assertThat(desk.parcels.published(ParcelEvent.Returned.class)).hasSize(1);
        assertThat(desk.damaged("COAT-WOOL-GREY-L")).isEqualTo(1);
        assertThat(desk.damaged("SCARF-CASHMERE-GREY")).isEqualTo(1);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.CANCELLED);
        assertThat(desk.orders.published(OrderEvent.RefundDue.class)).hasSize(1);
    }

    @Test
    @DisplayName("O9 the return of a parcel is booked once for life, under an id of its own")
    void isBookedOnceForLife() {
        onItsWay();
        scan(TrackingState.RETURN_SIGNED);
        desk.deliverEvents();
        var told = new OrdersFollowParcels.Returned(desk.parcels.all().getFirst().id(), NOW);
        desk.ordersFollow
                .returned(new EventMeta("shopcare.order.parcels", "p-99", "parcel.returned.v1", told.parcelId(),
                        99, NOW, Actor.system("carrier")), told);
        assertThat(desk.damaged("COAT-WOOL-GREY-L")).isEqualTo(1);
    }

    @Test
    @DisplayName("O10 nobody has to intercept what is here again; a hold or a delivery that comes late changes nothing")
    void isOver() {
        var parcelId = onItsWay();
        desk.change("order-1", order -> order.parcelStopped(parcelId, desk.clock.instant()));
        var stopped = next(desk.parcel(parcelId).withoutOrder("order-1", NOW));
        assertThat(stopped.clearance()).isEqualTo(Clearance.INTERCEPTING);
        var back = next(stopped.scanned(Scans.scan(TrackingState.RETURN_SIGNED, null, NOW), NOW));
        assertThat(back.stage()).isEqualTo(ParcelStage.RETURNED);
        assertThat(back.clearance()).isEqualTo(Clearance.CLEAR);
        assertThat(next(back.holds("order-1", 1))).isEqualTo(back);
        assertThat(next(back.withoutOrder("order-1", NOW))).isEqualTo(back);
        var late = NOW.plusSeconds(60);
        assertThat(next(back.scanned(Scans.signed("301", late), late)).stage()).isEqualTo(ParcelStage.RETURNED);
    }

    @Test
    @DisplayName("O15 the scan of the return comes before our own hand-over: out and back in one step")
    void isBackBeforeItHasLeft() {
        var early = next(
                aParcelAt(ParcelStage.WEIGHED).scanned(Scans.scan(TrackingState.RETURN_SIGNED, null, NOW), NOW));
        assertThat(early.stage()).isEqualTo(ParcelStage.WEIGHED);
        var decision = accepted(early.handOver(KU, NOW));
        assertThat(decision.aggregate().stage()).isEqualTo(ParcelStage.RETURNED);
        assertThat(decision.events()).hasExactlyElementsOfTypes(ParcelEvent.Shipped.class, ParcelEvent.Returned.class);
    }

    @Test
    @DisplayName("O9 O15 here without a scan: the store keeper books it back, once; its units, its order and its money end as by the scan")
    void isBookedBackByHand() {
        var parcelId = onItsWay();
        assertThat(refusal(desk.parcel(parcelId).bookBack(Fixtures.PEI, NOW))).isEqualTo("not-your-stage");
        bookBack(parcelId);
        bookBack(parcelId);
        scan(TrackingState.RETURN_SIGNED);
        desk.deliverEvents();
        desk.deliverEverythingAgain();

        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.RETURNED);
        assertThat(desk.parcels.published(ParcelEvent.Returned.class)).hasSize(1);
        assertThat(desk.damaged("COAT-WOOL-GREY-L")).isEqualTo(1);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.CANCELLED);
        assertThat(desk.orders.published(OrderEvent.RefundDue.class)).hasSize(1);
    }

    @Test
    @DisplayName("O15 what has not left, or was signed for, is not booked back; what was stopped is")
    void booksBackWhatCanBeBack() {
        assertThat(refusal(aParcelAt(ParcelStage.WEIGHED).bookBack(KU, NOW))).isEqualTo("not-shipped");
        assertThat(refusal(aParcelAt(ParcelStage.WITHDRAWN).bookBack(KU, NOW))).isEqualTo("not-shipped");
        assertThat(refusal(aParcelAt(ParcelStage.DELIVERED).bookBack(KU, NOW))).isEqualTo("already-delivered");
        var stopped = next(aParcelAt(ParcelStage.SHIPPED).withoutOrder("order-1", NOW));
        assertThat(stopped.allowedActions(KU.roles())).containsExactly("return");
        var back = next(stopped.bookBack(KU, NOW));
        assertThat(back.stage()).isEqualTo(ParcelStage.RETURNED);
        assertThat(back.clearance()).isEqualTo(Clearance.CLEAR);
    }

    @Test
    @DisplayName("O15 O16 laid in a locker, collected by nobody, returned: delivered, then returned; units, money and order end right, once")
    void comesBackFromALocker() {
        var parcelId = onItsWay();
        scan(TrackingState.SIGNED, "304");
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.DELIVERED);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);
        assertThat(desk.order("order-1").receiptDue()).isNotNull();

        scan(TrackingState.RETURNING);
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).stage()).as("on its way back").isEqualTo(ParcelStage.DELIVERED);
        scan(TrackingState.RETURN_SIGNED);
        desk.deliverEvents();
        desk.deliverEverythingAgain();
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.RETURNED);
        assertThat(desk.damaged("SCARF-CASHMERE-GREY")).isEqualTo(1);
        var order = desk.order("order-1");
        assertThat(order.fulfilment().state()).isEqualTo(FulfilmentState.CANCELLED);
        assertThat(order.receiptDue()).isNull();
        assertThat(order.lines()).extracting(line -> line.progress().returned()).containsExactly(1, 1);
        assertThat(order.balance().total().isZero()).isTrue();
        assertThat(desk.orders.published(OrderEvent.RefundDue.class)).hasSize(1);
    }

    @Test
    @DisplayName("O15 collected from the locker before: no scan of a return takes that back")
    void staysWithWhoCollectedIt() {
        var parcelId = onItsWay();
        scan(TrackingState.SIGNED, "304");
        scan(TrackingState.SIGNED, "301");
        scan(TrackingState.RETURN_SIGNED);
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.DELIVERED);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);
    }

    @Test
    @DisplayName("O15 what was signed for is not returned by a scan: that is a case")
    void leavesADeliveryAlone() {
        var later = NOW.plusSeconds(100_000);
        var there = aParcelAt(ParcelStage.DELIVERED);
        assertThat(next(there.scanned(Scans.scan(TrackingState.RETURN_SIGNED, null, later), later)).stage())
                .isEqualTo(ParcelStage.DELIVERED);
    }

    private String onItsWay() {
        var parcelId = desk.approved("order-1");
        desk.print(parcelId).orThrow();
        desk.pick(parcelId).orThrow();
        desk.inspect(parcelId, COAT_AND_SCARF).orThrow();
        desk.pack(parcelId).orThrow();
        desk.weigh(parcelId, 2030).orThrow();
        desk.handOver(parcelId).orThrow();
        desk.deliverEvents();
        return parcelId;
    }

    private void bookBack(String parcelId) {
        desk.parcels.decide(parcelId, CommandContext.bySystem("book-back"),
                parcel -> parcel.bookBack(KU, desk.clock.instant())).orThrow();
    }

    private void scan(TrackingState state) {
        scan(state, null);
    }

    private void scan(TrackingState state, @Nullable String subState) {
        desk.clock.advance(Duration.ofHours(1));
        assertThat(desk.scanned(WAYBILL, Scans.scan(state, subState, desk.clock.instant()))).isTrue();
    }
}
