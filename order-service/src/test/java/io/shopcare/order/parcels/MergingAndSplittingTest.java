package io.shopcare.order.parcels;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.MortalStore;
import io.shopcare.order.SampleOrders;
import io.shopcare.order.orders.FulfilmentState;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.parcels.Fixtures.COAT_AND_SCARF;
import static io.shopcare.order.parcels.Fixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Several orders in a parcel, and several parcels of an order. */
class MergingAndSplittingTest {
    private static final ActorRef AN = new ActorRef("staff", "an");
    private static final LineQuantity COAT = new LineQuantity("1", "COAT-WOOL-GREY-L", 1);
    private final ParcelDesk desk = new ParcelDesk();

    @Test
    @DisplayName("O8 O14 a merged order ships in the first one's parcel; each keeps its own money")
    void shipsTogether() {
        var parcelId = desk.approved("order-1");
        merge("order-2");
        assertThat(desk.parcels.all()).hasSize(1);
        assertThat(desk.parcel(parcelId).orderIds()).containsExactly("order-1", "order-2");
        assertThat(desk.parcel(parcelId).expectedGrams()).isEqualTo(3830);

        desk.print(parcelId).orThrow();
        desk.pick(parcelId).orThrow();
        desk.inspect(parcelId, List.of(new ScannedUnit("COAT-WOOL-GREY-L", 2), new ScannedUnit("SCARF-CASHMERE-GREY",
                2))).orThrow();
        desk.pack(parcelId).orThrow();
        desk.weigh(parcelId, 3830).orThrow();
        desk.handOver(parcelId).orThrow();
        desk.deliverEvents();
        for (var id : List.of("order-1", "order-2")) {
            assertThat(desk.order(id).fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
            assertThat(desk.order(id).balance().total()).isEqualTo(cny("1103.90"));
        }
        desk.deliverEverythingAgain();
        assertThat(desk.parcels.all()).hasSize(1);
    }

    @Test
    @DisplayName("O8 O8a a hold or a cancellation of either one is followed by the parcel of both")
    void followsBoth() {
        var parcelId = desk.approved("order-1");
        merge("order-2");
        desk.change("order-2", order -> order.hold(aHold()));
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).clearance()).isEqualTo(Clearance.HELD_BACK);
        desk.change("order-2", order -> order.cancel("buyer-request"));
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).orderIds()).containsExactly("order-1");
        assertThat(desk.parcel(parcelId).clearance()).isEqualTo(Clearance.CLEAR);
        desk.deliverEverythingAgain();
        assertThat(desk.parcel(parcelId).orderIds()).containsExactly("order-1");
    }

    @Test
    @DisplayName("O8 the other order's parcel goes ahead in the same moment: the goods go by themselves")
    void goesAloneWhenItIsTooLate() {
        var parcelId = desk.approved("order-1");
        held("order-2");
        desk.change("order-2", order -> order.merge(desk.order("order-1"), AN, null, desk.clock.instant()));
        desk.print(parcelId).orThrow();
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).orderIds()).containsExactly("order-1");
        assertThat(desk.parcel(PartOfOrder.first("order-2")).orderIds()).containsExactly("order-2");
    }

    @Test
    @DisplayName("O8 who joins between the permits and the print is not printed without a permit")
    void printsNobodyWithoutPermit() {
        var parcelId = desk.approved("order-1");
        var seen = desk.parcel(parcelId);
        merge("order-2");
        assertThat(desk.printSeen(seen) instanceof Outcome.Rejected<Parcel>(var why) ? why.code() : "accepted")
                .isEqualTo("parcel-changed");
        assertThat(desk.print(parcelId).orThrow().stored().aggregate().stage()).isEqualTo(ParcelStage.PRINTED);
        assertThat(desk.order("order-2").fulfilment().permits()).containsExactly(parcelId);
    }

    @Test
    @DisplayName("O8 O10 orders whose addresses part go in parcels of their own, and are never printed together")
    void partsWithTheAddress() {
        var parcelId = desk.approved("order-1");
        merge("order-2");
        desk.change("order-1", order -> order.changeAddress(elsewhere(), AN, true, desk.clock.instant()));
        assertThatThrownBy(() -> desk.print(parcelId)).hasMessage("other-address");
        assertThat(desk.order("order-2").fulfilment().permits()).isEmpty();
        desk.deliverEvents();
        assertThat(desk.parcel(parcelId).orderIds()).containsExactly("order-1");
        assertThat(desk.parcel(parcelId).destination().division()).isEqualTo("310104");
        assertThat(desk.parcel(PartOfOrder.first("order-2")).orderIds()).containsExactly("order-2");
    }

    @Test
    @DisplayName("O8 O10 killed between the two writes of parting, every order has its parcel when the news comes again")
    void partsThroughAKill() {
        var parcelId = desk.approved("order-1");
        merge("order-2");
        desk.change("order-1", order -> order.changeAddress(elsewhere(), AN, true, desk.clock.instant()));
        for (int writes = 0; writes < 4; writes++) {
            desk.life.endsAfter(writes);
            try {
                desk.readdressed("order-1");
            } catch (MortalStore.Killed died) {
                desk.life.goesOn();
            }
        }
        desk.life.goesOn();
        desk.readdressed("order-1");
        assertThat(desk.parcel(parcelId).orderIds()).containsExactly("order-1");
        assertThat(desk.parcel(PartOfOrder.first("order-2")).orderIds()).containsExactly("order-2");
    }

    @Test
    @DisplayName("O8 O10 the host is sent to another house in the same district before the goods come: they go by themselves")
    void joinsNobodyWhoGoesElsewhere() {
        var parcelId = desk.approved("order-1");
        held("order-2");
        desk.change("order-2", order -> order.merge(desk.order("order-1"), AN, null, desk.clock.instant()));
        desk.change("order-1", order -> order.changeAddress(nextDoor(), AN, true, desk.clock.instant()));
        desk.readdressed("order-1");
        desk.approvedAgain("order-2"); // comes after it: nothing will part them later
        assertThat(desk.parcel(parcelId).orderIds()).containsExactly("order-1");
        assertThat(desk.parcel(PartOfOrder.first("order-2")).orderIds()).containsExactly("order-2");
        desk.print(parcelId).orThrow();
    }

    @Test
    @DisplayName("O8 O8a one order of a parcel that refuses its permit leaves the others free to change")
    void grantsAllPermitsOrNone() {
        var parcelId = desk.approved("order-1");
        merge("order-2");
        desk.change("order-2", order -> order.hold(aHold()));
        assertThatThrownBy(() -> desk.print(parcelId)).hasMessage("hold-open");
        assertThat(desk.order("order-1").fulfilment().permits()).isEmpty();
    }

    @Test
    @DisplayName("O8 O8a one that refuses after another has granted: the other gets its permit back")
    void givesPermitsBack() {
        var parcelId = desk.approved("order-1");
        merge("order-2");
        desk.whenAsked("order-1", () -> desk.change("order-2", order -> order.hold(aHold())));
        assertThatThrownBy(() -> desk.print(parcelId)).hasMessage("hold-open");
        assertThat(desk.order("order-1").fulfilment().permits()).isEmpty();
    }

    @Test
    @DisplayName("O8 O8a killed after any write of a print that one of two orders refuses: the clock gives the permit back")
    void givesPermitsBackThroughKills() {
        for (int writes = 0; writes < 8; writes++) {
            var each = new MergingAndSplittingTest();
            var parcelId = each.desk.approved("order-1");
            each.merge("order-2");
            each.desk.whenAsked("order-1", () -> each.desk.change("order-2", order -> order.hold(each.aHold())));
            each.desk.life.endsAfter(writes);
            assertThat(catchThrowable(() -> each.desk.print(parcelId))).as("after %d writes", writes).isNotNull();
            for (int again = 0; again < 4; again++) { // the clock's own writes are killed too
                each.desk.life.endsAfter(again);
                each.desk.clock.advance(Duration.ofMinutes(1));
                catchThrowable(() -> each.desk.permits.takeBackDue(parcelId, each.desk.clock.instant()));
            }
            each.desk.life.goesOn();
            each.desk.permits.takeBackDue(parcelId, each.desk.clock.instant());

            assertThat(each.desk.order("order-1").fulfilment().permits()).as("after %d writes", writes).isEmpty();
            assertThat(each.desk.parcel(parcelId).permitsBackAt()).isNull();
            each.desk.change("order-1", order -> order.cancel("buyer-request"));
        }
    }

    @Test
    @DisplayName("O8 O8a a clerk who comes back after the permits went back does not print by them")
    void printsNothingByPermitsThatWentBack() {
        var parcelId = desk.approved("order-1");
        merge("order-2");
        desk.whenAsked("order-2", () -> {
            desk.permits.takeBackDue(parcelId, desk.clock.instant()); // too early
            assertThat(desk.order("order-1").fulfilment().permits()).isNotEmpty();
            desk.clock.advance(Duration.ofMinutes(1));
            desk.permits.takeBackDue(parcelId, desk.clock.instant());
        });
        assertThat(desk.print(parcelId) instanceof Outcome.Rejected<Parcel>(var why) ? why.code() : "printed")
                .isEqualTo("parcel-changed");
        assertThat(desk.order("order-1").fulfilment().permits()).isEmpty();
        assertThat(desk.order("order-2").fulfilment().permits()).isEmpty();
        assertThat(desk.print(parcelId).orThrow().stored().aggregate().permitsBackAt()).isNull();
    }

    @Test
    @DisplayName("O8 O14 a split order ships in two parcels; the second waits until it is let go")
    void shipsInTwo() {
        var first = desk.approved("order-1");
        desk.change("order-1", order -> order.split(List.of(COAT), AN, "ship-part-first", null, desk.clock.instant()));
        desk.deliverEvents();
        assertThat(desk.parcels.all()).hasSize(1);
        ship(first, List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1)), 1830);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.PARTLY_SHIPPED);

        desk.change("order-1", order -> order.releaseRest(desk.clock.instant()));
        desk.deliverEvents();
        ship(PartOfOrder.rest("order-1"), List.of(new ScannedUnit("SCARF-CASHMERE-GREY", 1)), 430);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
        desk.deliverEverythingAgain();
        assertThat(desk.parcels.all()).hasSize(2);
    }

    @Test
    @DisplayName("O10 O14 once the first part has left, the rest may go elsewhere, until its own waybill is printed")
    void sendsTheRestElsewhere() {
        var first = desk.approved("order-1");
        desk.change("order-1", order -> order.split(List.of(COAT), AN, "ship-part-first", null, desk.clock.instant()));
        desk.deliverEvents();
        desk.print(first).orThrow();
        assertThat(readdress()).as("printed, and not yet gone").isEqualTo("in-fulfilment");
        desk.pick(first).orThrow();
        desk.inspect(first, List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1))).orThrow();
        desk.pack(first).orThrow();
        desk.weigh(first, 1830).orThrow();
        desk.handOver(first).orThrow();
        desk.deliverEvents();
        desk.change("order-1", order -> order.releaseRest(desk.clock.instant()));
        desk.deliverEvents();

        assertThat(readdress()).isEqualTo("accepted");
        desk.deliverEvents();
        var rest = PartOfOrder.rest("order-1");
        assertThat(desk.parcel(rest).stage()).as("it stays in its own parcel").isEqualTo(ParcelStage.CREATED);
        assertThat(desk.parcel(rest).destination().division()).isEqualTo("310104");
        desk.print(rest).orThrow();
        assertThat(desk.parcel(first).destination().division()).isEqualTo("330106");
    }

    @Test
    @DisplayName("O9 O14 goods in two warehouses go in two parcels, each from its own, at once; told again there are two")
    void shipsFromTwoWarehouses() {
        desk.places = Map.of("COAT-WOOL-GREY-L", "hangzhou-1", "SCARF-CASHMERE-GREY", "beijing-1");
        var first = desk.approved("order-1");
        desk.deliverEvents();
        var second = PartOfOrder.rest("order-1");
        assertThat(desk.parcel(first).expectedUnits()).containsOnlyKeys("COAT-WOOL-GREY-L");
        assertThat(desk.parcel(first).warehouse()).isEqualTo("hangzhou-1");
        assertThat(desk.parcel(second).expectedUnits()).containsOnlyKeys("SCARF-CASHMERE-GREY");
        assertThat(desk.parcel(second).warehouse()).isEqualTo("beijing-1");
        desk.deliverEverythingAgain();
        desk.approvedAgain("order-1");
        assertThat(desk.parcels.all()).hasSize(2);
        ship(first, List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1)), 1830);
        ship(second, List.of(new ScannedUnit("SCARF-CASHMERE-GREY", 1)), 430);
        assertThat(desk.order("order-1").fulfilment().state()).isEqualTo(FulfilmentState.SHIPPED);
    }

    @Test
    @DisplayName("O14 killed between split and release, the second parcel comes when it is told again; what a person split waits")
    void splitsThroughAKill() {
        desk.places = Map.of("COAT-WOOL-GREY-L", "hangzhou-1", "SCARF-CASHMERE-GREY", "beijing-1");
        desk.orders.create("order-1", CommandContext.bySystem("approve"),
                () -> Decision.accept(Fixtures.anApprovedOrder("order-1")));
        desk.change("order-1", order -> order.split(List.of(COAT), ActorRef.system("stock-is-held"), "ship-part-first",
                null, desk.clock.instant()));
        assertThat(desk.parcels.all()).isEmpty();
        desk.approvedAgain("order-1");
        desk.deliverEvents();
        assertThat(desk.parcel(PartOfOrder.rest("order-1")).expectedUnits()).containsOnlyKeys("SCARF-CASHMERE-GREY");
        assertThat(desk.parcel(PartOfOrder.first("order-1")).expectedUnits()).containsOnlyKeys("COAT-WOOL-GREY-L");

        var byHand = new MergingAndSplittingTest();
        byHand.desk.places = desk.places;
        byHand.held("order-2");
        byHand.desk.change("order-2", order -> order.split(List.of(COAT), AN, "ship-part-first", null,
                byHand.desk.clock.instant()));
        byHand.desk.deliverEvents();
        assertThat(byHand.desk.parcels.all()).hasSize(1);
    }

    private String readdress() {
        return desk.orders.decide("order-1", CommandContext.bySystem("test"), order -> order.changeAddress(elsewhere(),
                AN, true, desk.clock.instant())) instanceof Outcome.Rejected<Order>(var why) ? why.code() : "accepted";
    }

    @Test
    @DisplayName("O8 O8a a held order may be let through in parts; what is refunded of the rest never ships")
    void splitsAHeldOrder() {
        held("order-1");
        desk.change("order-1", order -> order.split(List.of(COAT), AN, "ship-part-first", null, desk.clock.instant()));
        desk.change("order-1", order -> order.releaseRest(desk.clock.instant()));
        desk.deliverEvents();
        assertThat(desk.parcel(PartOfOrder.first("order-1")).expectedUnits()).containsOnlyKeys("COAT-WOOL-GREY-L");
        assertThat(desk.parcel(PartOfOrder.rest("order-1")).expectedUnits()).containsOnlyKeys("SCARF-CASHMERE-GREY");
        desk.change("order-1", order -> order.reserveRefund("refund-1", cny("249.85"),
                List.of(new LineAmount("2", 1, cny("249.85"))), cny("0.00")));
        desk.refundAsked("order-1");
        assertThat(desk.parcel(PartOfOrder.rest("order-1")).stage()).isEqualTo(ParcelStage.WITHDRAWN);
        assertThat(desk.parcel(PartOfOrder.first("order-1")).stage()).isEqualTo(ParcelStage.CREATED);
    }

    private void merge(String orderId) {
        held(orderId);
        desk.change(orderId, order -> order.merge(desk.order("order-1"), AN, null, desk.clock.instant()));
        desk.deliverEvents();
    }

    private void held(String orderId) {
        desk.orders.create(orderId, CommandContext.bySystem("pay"),
                () -> Decision.accept(SampleOrders.aHeldOrder(orderId)));
    }

    private void ship(String parcelId, List<ScannedUnit> units, int grams) {
        desk.print(parcelId).orThrow();
        desk.pick(parcelId).orThrow();
        desk.inspect(parcelId, units).orThrow();
        desk.pack(parcelId).orThrow();
        desk.weigh(parcelId, grams).orThrow();
        desk.handOver(parcelId).orThrow();
        desk.deliverEvents();
    }

    private static Address elsewhere() {
        return new Address("CN", "310104", "上海市", "上海市", "徐汇区", null, "漕溪北路 1 号", "林**", "13800000000", null);
    }

    private static Address nextDoor() {
        var here = SampleOrders.anApprovedOrder("x").sale().address();
        return new Address(here.country(), here.divisionCode(), here.province(), here.city(), here.district(),
                here.street(),
                "文三路 140 号", here.name(), here.phone(), here.email());
    }

    private Hold aHold() {
        return OrderFixtures.aHold("hold-9", "aftersales");
    }
}
