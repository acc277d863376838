package io.shopcare.order.parcels;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.shopcare.order.logistics.Handover;
import io.shopcare.order.logistics.TrackingState;
import io.shopcare.order.trade.LineQuantity;

import static io.shopcare.order.parcels.Fixtures.BAO;
import static io.shopcare.order.parcels.Fixtures.CHENG;
import static io.shopcare.order.parcels.Fixtures.COAT_AND_SCARF;
import static io.shopcare.order.parcels.Fixtures.GIFT_BOX;
import static io.shopcare.order.parcels.Fixtures.JIAN;
import static io.shopcare.order.parcels.Fixtures.KU;
import static io.shopcare.order.parcels.Fixtures.NOW;
import static io.shopcare.order.parcels.Fixtures.PEI;
import static io.shopcare.order.parcels.Fixtures.aParcelAt;
import static io.shopcare.order.parcels.Fixtures.accepted;
import static io.shopcare.order.parcels.Fixtures.next;
import static io.shopcare.order.parcels.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

class WorkingOnAParcelTest {
    private static final Set<String> NO_PROMISES = Set.of();

    @Test
    @DisplayName("O12: a wrong SKU stops the parcel, and the event names what was expected and what was there")
    void stopsAtTheWrongColour() {
        var decision = accepted(aParcelAt(ParcelStage.PICKED).inspect(JIAN,
                List.of(new ScannedUnit("COAT-WOOL-BLUE-L", 1), new ScannedUnit("SCARF-CASHMERE-GREY", 1)), NO_PROMISES,
                NO_PROMISES, false, NOW));
        assertThat(decision.aggregate().stage()).isEqualTo(ParcelStage.STOPPED);
        assertThat(decision.events()).singleElement().isInstanceOfSatisfying(ParcelEvent.Inspected.class, event -> {
            assertThat(event.result()).isEqualTo("failed");
            assertThat(event.units()).containsExactly(new Inspection.Unit("COAT-WOOL-BLUE-L", 0, 1),
                    new Inspection.Unit("COAT-WOOL-GREY-L", 1, 0), new Inspection.Unit("SCARF-CASHMERE-GREY", 1, 1));
        });
    }

    @Test
    @DisplayName("O12: a missing and an extra unit stop the parcel")
    void stopsAtMissingAndExtraUnits() {
        var missing = List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1));
        var extra = List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1), new ScannedUnit("SCARF-CASHMERE-GREY", 1),
                new ScannedUnit("SCARF-CASHMERE-GREY", 1));
        for (var units : List.of(missing, extra))
            assertThat(next(aParcelAt(ParcelStage.PICKED).inspect(JIAN, units, NO_PROMISES, NO_PROMISES, false, NOW))
                    .stage()).isEqualTo(ParcelStage.STOPPED);
    }

    @Test
    void goesOnOnceItIsPutRight() {
        var stopped = aParcelAt(ParcelStage.STOPPED);
        var repicked = next(stopped.pick(PEI, NOW));
        assertThat(next(repicked.inspect(JIAN, COAT_AND_SCARF, NO_PROMISES, NO_PROMISES, false, NOW)).stage())
                .isEqualTo(ParcelStage.INSPECTED);
    }

    @Test
    @DisplayName("O12: open promises must be ticked")
    void letsNothingThroughWithoutTheGiftBox() {
        var picked = aParcelAt(ParcelStage.PICKED);
        assertThat(refusal(picked.inspect(JIAN, COAT_AND_SCARF, Set.of(), Set.of("gift-box"), false, NOW)))
                .isEqualTo("promises-not-ticked");
        var decision = accepted(
                picked.inspect(JIAN, COAT_AND_SCARF, Set.of("gift-box", "unknown"), Set.of("gift-box"), false, NOW));
        assertThat(decision.events()).singleElement().isInstanceOfSatisfying(ParcelEvent.Inspected.class,
                event -> assertThat(event.ticked()).containsExactly("gift-box"));
    }

    @Test
    @DisplayName("O11: picker and inspector differ unless the shop allows it")
    void theInspectorIsNotThePicker() {
        var both = new Worker("pei", Set.of("picker", "inspector"));
        var picked = aParcelAt(ParcelStage.PICKED);
        assertThat(refusal(picked.inspect(both, COAT_AND_SCARF, NO_PROMISES, NO_PROMISES, false, NOW)))
                .isEqualTo("same-person");
        assertThat(next(picked.inspect(both, COAT_AND_SCARF, NO_PROMISES, NO_PROMISES, true, NOW)).stage())
                .isEqualTo(ParcelStage.INSPECTED);
    }

    @ParameterizedTest
    @DisplayName("O12: the weight may differ by max(50 g, 5 %)")
    @CsvSource({"2030,2131,true", "2030,1929,true", "2030,2132,false", "2030,1928,false", "400,450,true",
            "400,451,false"})
    void comparesTheWeight(int expected, int weighed, boolean fits) {
        assertThat(new WeightCheck(expected, weighed).isWithin()).isEqualTo(fits);
    }

    @Test
    @DisplayName("O12: a deviation sends the parcel back to inspection")
    void goesBackToInspectionWhenTooLight() {
        var packed = aParcelAt(ParcelStage.PACKED);
        var decision = accepted(packed.weigh(CHENG, 1845, NOW));
        assertThat(decision.aggregate().stage()).isEqualTo(ParcelStage.PICKED);
        assertThat(decision.events()).singleElement().isInstanceOfSatisfying(ParcelEvent.Weighed.class, event -> {
            assertThat(event.toleranceGrams()).isEqualTo(101);
            assertThat(event.withinTolerance()).isFalse();
        });
        assertThat(decision.aggregate().allowedActions(JIAN.roles())).containsExactly("inspection");
    }

    @Test
    void expectsTheWeightOfTheBoxThatWasUsed() {
        assertThat(next(aParcelAt(ParcelStage.INSPECTED).pack(BAO, GIFT_BOX, NOW)).expectedGrams()).isEqualTo(2280);
    }

    @Test
    @DisplayName("O8a: a hold after handover means interception")
    void interceptsWhatHasLeft() {
        var shipped = aParcelAt(ParcelStage.SHIPPED);
        assertThat(next(shipped.holds("order-1", 1)).clearance()).isEqualTo(Clearance.INTERCEPTING);
        assertThat(next(shipped.withoutOrder("order-1", NOW)).clearance()).isEqualTo(Clearance.INTERCEPTING);
    }

    @Test
    void isWithdrawnWithItsOnlyOrder() {
        for (var stage : List.of(ParcelStage.CREATED, ParcelStage.PRINTED, ParcelStage.STOPPED, ParcelStage.WEIGHED))
            assertThat(next(aParcelAt(stage).withoutOrder("order-1", NOW)).stage()).isEqualTo(ParcelStage.WITHDRAWN);
    }

    @Test
    @DisplayName("O8a: a partial refund before shipping takes the units out, the rest goes on")
    void shrinksWithItsOrder() {
        var onlyTheCoat = List.of(new LineQuantity("1", "COAT-WOOL-GREY-L", 1));
        var untouched = next(aParcelAt(ParcelStage.PRINTED).takes("order-1", onlyTheCoat, 1600, NOW));
        assertThat(untouched.stage()).isEqualTo(ParcelStage.PRINTED);
        assertThat(untouched.expectedGrams()).isEqualTo(1830);
        var packed = next(aParcelAt(ParcelStage.PACKED).takes("order-1", onlyTheCoat, 1600, NOW));
        assertThat(packed.stage()).isEqualTo(ParcelStage.STOPPED);
        assertThat(next(aParcelAt(ParcelStage.PACKED).takes("order-1", List.of(), 0, NOW)).stage())
                .isEqualTo(ParcelStage.WITHDRAWN);
    }

    @Test
    @DisplayName("O15: delivered by the carrier's scan; a locker is not signing, collecting from it is")
    void isDeliveredTwiceThroughALocker() {
        var later = NOW.plus(Duration.ofDays(2));
        var inLocker = accepted(aParcelAt(ParcelStage.SHIPPED).scanned(Scans.signed("304", later), later));
        assertThat(inLocker.aggregate().stage()).isEqualTo(ParcelStage.DELIVERED);
        assertThat(inLocker.events()).last().isInstanceOfSatisfying(ParcelEvent.Delivered.class, event -> {
            assertThat(event.handover()).isEqualTo(Handover.LOCKER_OR_STATION);
            assertThat(event.signedAt()).isNull();
        });
        var evening = later.plusSeconds(3600);
        var collected = accepted(inLocker.aggregate().scanned(Scans.signed("301", evening), evening));
        assertThat(collected.events()).last().isInstanceOfSatisfying(ParcelEvent.Delivered.class,
                event -> assertThat(event.signedAt()).isEqualTo(evening));
        assertThat(accepted(collected.aggregate().scanned(Scans.signed("301", evening), evening)).events()).isEmpty();
    }

    @Test
    @DisplayName("O15: a carrier that scans faster than we do is believed when the parcel has left")
    void isDeliveredAtOnceWhenTheScansCameFirst() {
        var early = next(aParcelAt(ParcelStage.WEIGHED).scanned(Scans.signed("301", NOW), NOW));
        assertThat(early.stage()).isEqualTo(ParcelStage.WEIGHED);
        assertThat(early.trace().state()).isEqualTo(TrackingState.SIGNED);
        var decision = accepted(early.handOver(KU, NOW));
        assertThat(decision.aggregate().stage()).isEqualTo(ParcelStage.DELIVERED);
        assertThat(decision.events()).hasExactlyElementsOfTypes(ParcelEvent.Shipped.class,
                ParcelEvent.Delivered.class);
    }

    @Test
    void aLateScanEntersTheTraceButIsNoNews() {
        var shipped = next(aParcelAt(ParcelStage.SHIPPED).scanned(
                Scans.scan(TrackingState.OUT_FOR_DELIVERY, null, NOW.plusSeconds(7200)), NOW.plusSeconds(7200)));
        var decision = accepted(shipped.scanned(Scans.collected(NOW.plusSeconds(60)), NOW.plusSeconds(7300)));
        assertThat(decision.events()).isEmpty();
        assertThat(decision.aggregate().trace().scans()).hasSize(2);
    }
}
