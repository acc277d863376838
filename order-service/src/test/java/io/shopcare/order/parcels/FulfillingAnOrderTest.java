package io.shopcare.order.parcels;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.orders.FulfilmentState;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.PromiseState;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

import static io.shopcare.order.parcels.Fixtures.COAT_AND_SCARF;
import static io.shopcare.order.parcels.Fixtures.cny;
import static io.shopcare.order.parcels.Fixtures.giftBox;
import static io.shopcare.order.parcels.Fixtures.shipsToday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FulfillingAnOrderTest {
    private final ParcelDesk desk = new ParcelDesk();

    @Test
    @DisplayName("O11, O12, O15: an approved order is printed, picked, inspected, packed, weighed, shipped, delivered; its promises are kept by the way")
    void goesFromApprovalToTheBuyersDoor() {
        var parcelId = desk.approved("order-1", giftBox(), shipsToday());
        desk.print(parcelId).orThrow();
        desk.pick(parcelId).orThrow();
        desk.inspect(parcelId, COAT_AND_SCARF, "promise-gift-box").orThrow();
        desk.pack(parcelId).orThrow();
        desk.weigh(parcelId, 2065).orThrow();
        desk.handOver(parcelId).orThrow();
        desk.deliverEvents();
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
        assertThat(desk.order("order-1").promises().all()).extracting(tracked -> tracked.state())
                .containsOnly(PromiseState.KEPT);

        desk.clock.advance(Duration.ofDays(2));
        assertThat(desk.scanned(new Waybill("shunfeng", "SF0000"), Scans.signed("301", desk.clock.instant()))).isTrue();
        desk.deliverEvents();
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);
        var before = desk.orders.published().size();
        desk.deliverEverythingAgain();
        assertThat(desk.orders.published()).hasSize(before);
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.DELIVERED);
    }

    @Test
    void oneOrderGetsOneParcelWhateverIsDeliveredAgain() {
        desk.approved("order-1");
        desk.approvedAgain("order-1");
        assertThat(desk.parcels.all()).hasSize(1);
        assertThat(desk.parcels.published(ParcelEvent.Created.class)).singleElement()
                .satisfies(event -> assertThat(event.expectedGrams()).isEqualTo(2030));
    }

    @Test
    @DisplayName("O8a: nothing prints while a hold is open")
    void printsNothingOnHold() {
        var parcelId = desk.approved("order-1");
        desk.change("order-1", order -> order.hold(aHold()));
        assertThatThrownBy(() -> desk.print(parcelId)).hasMessage("hold-open"); // the order says so before the event comes
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).clearance()).isEqualTo(Clearance.HELD_BACK);
        assertThat(reason(desk.print(parcelId))).isEqualTo("hold-open");
        desk.change("order-1", order -> order.releaseHold("hold-1", ActorRef.system("test"), "buyer-agreed",
                desk.clock.instant()));
        desk.deliverEvents();
        assertThat(desk.print(parcelId).orThrow().stored().aggregate().stage()).isEqualTo(ParcelStage.PRINTED);
    }

    @Test
    @DisplayName("O8a: nothing ships while a hold is open, even if its event has not come yet")
    void shipsNothingOnHold() {
        var parcelId = weighed("order-1");
        desk.change("order-1", order -> order.hold(aHold()));
        assertThatThrownBy(() -> desk.handOver(parcelId)).hasMessage("hold-open");
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.WEIGHED);
    }

    @Test
    @DisplayName("O8a: a refund before shipping takes units out; the packed parcel goes back before it can leave")
    void shipsOnlyWhatIsStillWanted() {
        var parcelId = weighed("order-1");
        desk.change("order-1", order -> order.reserveRefund("refund-1", cny("249.85"),
                List.of(new LineAmount("2", 1, cny("249.85"))), cny("0.00")));
        assertThat(reason(desk.handOver(parcelId))).isEqualTo("stage-skipped");
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.STOPPED);
        desk.inspect(parcelId, List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1))).orThrow();
        desk.pack(parcelId).orThrow();
        desk.weigh(parcelId, 1830).orThrow();
        desk.handOver(parcelId).orThrow();
        desk.deliverEvents();
        desk.change("order-1", order -> order.refundSucceeded("refund-1"));
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
    }

    @Test
    @DisplayName("O8a O9: all of it refunded after it left and before the order heard of it: shipped, not cancelled, and to be stopped")
    void hearsOfWhatHasLeft() {
        var parcelId = weighed("order-1");
        desk.handOver(parcelId).orThrow();
        refundAll();
        desk.refundAsked("order-1");
        desk.change("order-1", order -> order.refundSucceeded("refund-1"));
        assertThat(desk.order("order-1").shipsNothingMore()).as("the parcel may have left").isFalse();
        desk.deliverEvents();
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
        assertThat(desk.parcel(parcelId).clearance()).isEqualTo(Clearance.INTERCEPTING);
    }

    @Test
    @DisplayName("O8a: all of it refunded while it is packed: the parcel is withdrawn, its permit comes back, the order ends")
    void endsWithItsParcel() {
        var parcelId = weighed("order-1");
        refundAll();
        desk.change("order-1", order -> order.refundSucceeded("refund-1"));
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.AWAITING);
        desk.refundAsked("order-1");
        desk.refundAsked("order-1");
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.WITHDRAWN);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.CANCELLED);
    }

    @Test
    @DisplayName("O8a O17: a refund of everything that is refused for certain: the parcel is begun anew, and ships")
    void shipsAfterAll() {
        var parcelId = desk.approved("order-1");
        desk.print(parcelId).orThrow();
        refundAll();
        desk.refundAsked("order-1");
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.WITHDRAWN);
        assertThat(desk.order("order-1").fulfilment().permits()).isEmpty();
        desk.change("order-1", order -> order.refundFailed("refund-1"));
        desk.deliverEvents();
        desk.deliverEverythingAgain();
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.CREATED);
        ship(parcelId);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
        assertThat(desk.parcels.all()).hasSize(1);
    }

    @Test
    @DisplayName("O8a O17: approved while all of it is being refunded, which is refused: it gets its parcel then")
    void getsItsParcelLater() {
        desk.orders.create("order-1", CommandContext.bySystem("approve"),
                () -> Decision.accept(Fixtures.anApprovedOrder("order-1")));
        refundAll();
        desk.approvedAgain("order-1");
        assertThat(desk.parcels.all()).isEmpty();
        desk.change("order-1", order -> order.refundFailed("refund-1"));
        desk.deliverEvents();
        ship(ParcelsFollowOrders.parcelOf("order-1"));
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
    }

    @Test
    @DisplayName("O8a O17: the rest, whose refund is refused after the parcel left, goes in another parcel")
    void shipsTheRestInAnother() {
        var first = weighed("order-1");
        desk.change("order-1", order -> order.reserveRefund("refund-1", cny("249.85"),
                List.of(new LineAmount("2", 1, cny("249.85"))), cny("0.00")));
        desk.refundAsked("order-1");
        desk.inspect(first, List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1))).orThrow();
        desk.pack(first).orThrow();
        desk.weigh(first, 1830).orThrow();
        desk.handOver(first).orThrow();
        desk.change("order-1", order -> order.refundFailed("refund-1"));
        desk.deliverEvents();
        desk.deliverEverythingAgain();
        var other = desk.parcels.all().stream().map(Stored::aggregate)
                .filter(parcel -> !parcel.parcelId().equals(first)).findFirst().orElseThrow();
        assertThat(other.expectedUnits()).containsOnlyKeys("SCARF-CASHMERE-GREY");
        assertThat(desk.parcels.all()).hasSize(2);
        desk.print(other.parcelId()).orThrow();
        desk.pick(other.parcelId()).orThrow();
        desk.inspect(other.parcelId(), List.of(new ScannedUnit("SCARF-CASHMERE-GREY", 1))).orThrow();
        desk.pack(other.parcelId()).orThrow();
        desk.weigh(other.parcelId(), 430).orThrow();
        desk.handOver(other.parcelId()).orThrow();
        desk.deliverEvents();
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
    }

    private void ship(String parcelId) {
        desk.print(parcelId).orThrow();
        desk.pick(parcelId).orThrow();
        desk.inspect(parcelId, COAT_AND_SCARF).orThrow();
        desk.pack(parcelId).orThrow();
        desk.weigh(parcelId, 2030).orThrow();
        desk.handOver(parcelId).orThrow();
        desk.deliverEvents();
    }

    @Test
    @DisplayName("O2 the lines count what was audited, picked and packed, also when a refund takes units out of the packed parcel")
    void countsPerLine() {
        var parcelId = desk.approved("order-1");
        assertThat(desk.order("order-1").lines()).extracting(line -> line.progress().audited()).containsExactly(1, 1);
        desk.print(parcelId).orThrow();
        desk.pick(parcelId).orThrow();
        desk.deliverEvents();
        assertThat(desk.order("order-1").lines()).extracting(line -> line.progress().picked()).containsExactly(1, 1);
        assertThat(desk.order("order-1").lines()).extracting(line -> line.progress().packed()).containsExactly(0, 0);
        desk.inspect(parcelId, COAT_AND_SCARF).orThrow();
        desk.pack(parcelId).orThrow();
        desk.deliverEvents();
        desk.deliverEverythingAgain();
        assertThat(desk.order("order-1").lines()).extracting(line -> line.progress().packed()).containsExactly(1, 1);

        desk.change("order-1", order -> order.reserveRefund("refund-1", cny("249.85"),
                List.of(new LineAmount("2", 1, cny("249.85"))), cny("0.00")));
        desk.refundAsked("order-1");
        desk.pick(parcelId).orThrow();
        desk.deliverEvents();
        assertThat(desk.order("order-1").lines()).extracting(line -> line.progress().picked()).containsExactly(1, 0);
        assertThat(desk.order("order-1").lines()).extracting(line -> line.progress().packed()).containsExactly(0, 0);
    }

    @Test
    void isWithdrawnWhenTheOrderIsCancelled() {
        var parcelId = desk.approved("order-1");
        desk.change("order-1", order -> order.cancel("buyer-request"));
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).stage()).isEqualTo(ParcelStage.WITHDRAWN);
    }

    @Test
    @DisplayName("O8a: a hold that comes and goes while the parcel is being made does not hold it back for ever")
    void isNotHeldBackByAHoldThatIsGone() {
        desk.orders.create("order-1", CommandContext.bySystem("approve"),
                () -> Decision.accept(Fixtures.anApprovedOrder("order-1")));
        desk.change("order-1", order -> order.hold(aHold()));
        desk.meanwhile(() -> {
            desk.change("order-1", order -> order.releaseHold("hold-1", ActorRef.system("test"), "buyer-agreed",
                    desk.clock.instant()));
            desk.deliverEvents();
        });
        desk.approvedAgain("order-1");
        var parcel = desk.parcel(ParcelsFollowOrders.parcelOf("order-1"));
        assertThat(parcel.orders().getFirst().holds()).as("holds that it knows of").isZero();
        assertThat(parcel.clearance()).isEqualTo(Clearance.CLEAR);
    }

    @Test
    @DisplayName("O8a: units that are refunded while the parcel is being made are not in it")
    void leavesOutWhatIsRefundedMeanwhile() {
        desk.meanwhile(() -> desk.change("order-1", order -> order.reserveRefund("refund-1", cny("249.85"),
                List.of(new LineAmount("2", 1, cny("249.85"))), cny("0.00"))));
        var parcel = desk.parcel(desk.approved("order-1"));
        assertThat(parcel.orders().getFirst().lines()).extracting(LineQuantity::lineId).containsExactly("1");
    }

    @Test
    @DisplayName("O8a: an order that is cancelled while its parcel is being made leaves none to be worked on")
    void isWithdrawnWhenTheOrderIsCancelledMeanwhile() {
        desk.meanwhile(() -> {
            desk.change("order-1", order -> order.cancel("buyer-request"));
            desk.deliverEvents();
        });
        assertThat(desk.parcel(desk.approved("order-1")).stage()).isEqualTo(ParcelStage.WITHDRAWN);
    }

    @Test
    void everyParcelHasItsOwnNumberAndKeepsItWhenPrintingStopsHalfway() {
        var first = desk.approved("order-1");
        var second = desk.approved("order-2");
        desk.numbers.claim(new Waybill("shunfeng", "SF0000"), first); // claimed, then the program died
        desk.print(second).orThrow();
        desk.print(first).orThrow();
        assertThat(desk.parcel(first).waybill()).isEqualTo(new Waybill("shunfeng", "SF0000"));
        assertThat(desk.parcel(second).waybill()).isEqualTo(new Waybill("shunfeng", "SF0001"));
    }

    @Test
    void aScanOfAnUnknownNumberIsRefused() {
        assertThat(desk.scanned(new Waybill("shunfeng", "SF9999"), Scans.collected(desk.clock.instant()))).isFalse();
    }

    private void refundAll() {
        var lines = List.of(new LineAmount("1", 1, cny("854.05")), new LineAmount("2", 1, cny("249.85")));
        desk.change("order-1", order -> order.reserveRefund("refund-1", cny("1103.90"), lines, cny("0.00")));
    }

    private String weighed(String orderId) {
        var parcelId = desk.approved(orderId);
        desk.print(parcelId).orThrow();
        desk.pick(parcelId).orThrow();
        desk.inspect(parcelId, COAT_AND_SCARF).orThrow();
        desk.pack(parcelId).orThrow();
        desk.weigh(parcelId, 2030).orThrow();
        return parcelId;
    }

    private Hold aHold() {
        return Hold.of("hold-1", "case-open", List.of(), "aftersales", null, null, ActorRef.system("test"),
                desk.clock.instant());
    }

    private static String reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(var why) ? why.code() : "accepted";
    }
}
