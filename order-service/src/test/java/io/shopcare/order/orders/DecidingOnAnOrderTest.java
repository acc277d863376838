package io.shopcare.order.orders;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.COAT;
import static io.shopcare.order.orders.OrderFixtures.HAI;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.SCARVES;
import static io.shopcare.order.orders.OrderFixtures.SF;
import static io.shopcare.order.orders.OrderFixtures.aGiftBox;
import static io.shopcare.order.orders.OrderFixtures.aHeldOrder;
import static io.shopcare.order.orders.OrderFixtures.aHold;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPermittedOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.aPromise;
import static io.shopcare.order.orders.OrderFixtures.aShippedOrder;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static io.shopcare.order.orders.OrderFixtures.anApprovedOrder;
import static io.shopcare.order.orders.OrderFixtures.event;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static io.shopcare.order.orders.OrderFixtures.shipsBy;
import static org.assertj.core.api.Assertions.assertThat;

class DecidingOnAnOrderTest {

    @Test
    @DisplayName("O7 what nothing holds goes straight through")
    void passesStraightThrough() {
        var passed = aPaidOrder().audited("nuanyang-1", List.of(), List.of(), NOW);

        assertThat(event(passed, OrderEvent.Approved.class).straightThrough()).isTrue();
        assertThat(next(passed).phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
        assertThat(next(passed).audit().ruleSetVersion()).isEqualTo("nuanyang-1");
        assertThat(accepted(next(passed).audited("nuanyang-1", List.of(), List.of(aHold("h", "auditor")), NOW))
                .events()).as("the rules look once").isEmpty();
    }

    @Test
    @DisplayName("O10 a difference that a platform got is not given back by us: such an exchange is refused")
    void refusesADifferenceOfThePlatform() {
        var imported = next(OrderFixtures.anImportedOrder("order-2", "COAT", 100).audited("nuanyang-1", List.of(),
                List.of(), NOW));
        assertThat(refused(imported.askExchange(OrderFixtures.anExchange("999.99", 100))))
                .isEqualTo("difference-on-platform");
        assertThat(next(imported.askExchange(OrderFixtures.anExchange("1000.00", 100))).exchanges()).hasSize(1);
    }

    @Test
    @DisplayName("O6 O8 why an order waits is told in words with its figures; a warning is told beside it, what was let go is not")
    void tellsWhyItWaits() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            var twin = new AuditFacet.Finding("nothing-like-it-was-ordered", Verdict.WARN, "duplicate-order",
                    List.of(new Figure("order", "NY-0"), new Figure("orders", "1"), new Figure("minutes", "2")));
            var fine = new AuditFacet.Finding("phone-is-valid", Verdict.PASS, null, List.of());
            var held = next(aPaidOrder().audited("nuanyang-1", List.of(twin, fine), List.of(Hold.of("h-1",
                    "address-incomplete", List.of(new Figure("missing", "house-number")), "auditor", null, null, AN,
                    NOW)), NOW));
            assertThat(WhyItWaits.of(held)).first()
                    .isEqualTo(new WhyItWaits("h-1", "address-incomplete", "地址不完整,缺少:house-number"));
            assertThat(WhyItWaits.of(held)).hasSize(2).last().satisfies(warned -> {
                assertThat(warned.holdId()).isNull();
                assertThat(warned.message()).contains("NY-0").doesNotContain("{");
            });
            assertThat(WhyItWaits.of(next(held.releaseHold("h-1", AN, "buyer-agreed", NOW))))
                    .extracting(WhyItWaits::code).containsExactly("duplicate-order");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    @DisplayName("O8 what was let through is merged into nothing any more, by the auditor who let it through neither")
    void mergesNothingThatWasLetThrough() {
        var approved = next(aHeldOrder().approve(AN, "promise-accepted", null, NOW));
        assertThat(refused(approved.merge(OrderFixtures.aHost(), AN, null, NOW))).isEqualTo("already-decided");
        assertThat(refused(approved.merge(OrderFixtures.aHost(), HAI, null, NOW))).isEqualTo("already-decided");

        var merged = next(aHeldOrder().merge(OrderFixtures.aHost(), AN, null, NOW));
        assertThat(accepted(merged.merge(OrderFixtures.aHost(), AN, null, NOW)).events()).as("a repeat").isEmpty();
    }

    @Test
    @DisplayName("O8 an approval releases the auditor's holds and names the rule set")
    void approvesAHeldOrder() {
        var approved = accepted(aHeldOrder().approve(AN, "promise-accepted", "called her", NOW));

        assertThat(approved.events()).hasExactlyElementsOfTypes(OrderEvent.HoldReleased.class,
                OrderEvent.Approved.class);
        assertThat(((OrderEvent.Approved) approved.events().getLast()).straightThrough()).isFalse();
        assertThat(approved.aggregate().holds().state()).isEqualTo(HoldState.CLEAR);
        assertThat(approved.aggregate().audit().decidedBy()).isEqualTo(AN);
    }

    @Test
    @DisplayName("O8 of two auditors one wins, the other hears who")
    void tellsTheSecondAuditorWhoWasFirst() {
        var approved = next(aHeldOrder().approve(AN, "promise-accepted", null, NOW));

        assertThat(accepted(approved.approve(AN, "promise-accepted", null, NOW)).events()).isEmpty();
        var second = (Decision.Rejected<Order>) approved.approve(HAI, "promise-accepted", null, NOW);
        assertThat(second.rejection().code()).isEqualTo("already-decided");
        assertThat(second.rejection().facts()).containsEntry("who", "an");
        assertThat(refused(approved.reject(HAI, "fraud-suspected", null, NOW))).isEqualTo("already-decided");
    }

    @Test
    @DisplayName("O8a a hold that belongs to others stops the approval")
    void leavesTheHoldsOfOthers() {
        var held = next(aHeldOrder().hold(aHold("hold-2", "presales")));

        assertThat(refused(held.approve(AN, "promise-accepted", null, NOW))).isEqualTo("hold-open");
        var released = next(held.releaseHold("hold-2", HAI, "buyer-agreed", NOW));
        assertThat(next(released.approve(AN, "promise-accepted", null, NOW)).phase())
                .isEqualTo(Phase.AWAITING_FULFILMENT);
    }

    @Test
    @DisplayName("O8 a rejected order is cancelled with it, and says what was paid")
    void rejects() {
        var rejected = accepted(aHeldOrder().reject(AN, "fraud-suspected", null, NOW));

        assertThat(rejected.events()).hasExactlyElementsOfTypes(OrderEvent.Rejected.class,
                OrderEvent.Cancelled.class);
        assertThat(((OrderEvent.Cancelled) rejected.events().getLast()).paid().text()).isEqualTo("1103.90");
        assertThat(rejected.aggregate().phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    @DisplayName("O8a nothing prints or ships while a hold is open, whenever it came")
    void givesNoPermitWhileHeld() {
        assertThat(refused(aHeldOrder().permit("parcel-1"))).isEqualTo("not-approved");
        var held = next(aPermittedOrder().hold(aHold("hold-9", "aftersales")));
        assertThat(refused(held.permit("parcel-1"))).as("asked again before handover").isEqualTo("hold-open");
        var clear = next(held.releaseHold("hold-9", HAI, "buyer-agreed", NOW));
        assertThat(accepted(clear.permit("parcel-1")).events()).isEmpty();
    }

    @Test
    @DisplayName("O8a a hold before payment is there when the rules look")
    void holdsBeforePayment() {
        var placed = next(aPlacedOrder().hold(aHold("hold-9", "presales")));
        assertThat(event(aPlacedOrder().hold(aHold("hold-9", "presales")), OrderEvent.Held.class).during())
                .isEqualTo("payment");
        var paid = next(OrderFixtures.pay(placed, "N-1", "PAY-1", "1103.90"));
        var looked = next(paid.audited("nuanyang-1", List.of(), List.of(), NOW));
        assertThat(looked.audit().state()).isEqualTo(AuditState.HELD);
        assertThat(looked.phase()).isEqualTo(Phase.ON_HOLD);
    }

    @Test
    @DisplayName("O4 promises with a clock are kept or broken by the facts")
    void keepsPromisesByTheFacts() {
        var inTime = aPermittedOrder(shipsBy(NOW)).shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW);
        assertThat(event(inTime, OrderEvent.PromiseKept.class).actor()).isEqualTo(ActorRef.system("ship-by"));

        var late = aPermittedOrder(shipsBy(NOW.minusSeconds(1))).shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW);
        assertThat(event(late, OrderEvent.PromiseBroken.class).missed().stage()).isEqualTo("shipping");

        var overdue = anApprovedOrder(shipsBy(NOW)).breakOverduePromises(NOW);
        assertThat(next(overdue).promises().find("promise-2").orElseThrow().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(accepted(next(overdue).breakOverduePromises(NOW.plusSeconds(9))).events()).isEmpty();
    }

    @Test
    @DisplayName("O4 a promise that comes after the approval asks for a look; after shipping it means nothing")
    void attachesLatePromises() {
        var late = accepted(anApprovedOrder().attachPromise(aGiftBox(), NOW));
        assertThat(late.events()).hasExactlyElementsOfTypes(OrderEvent.PromiseAttached.class, OrderEvent.Held.class);
        assertThat(late.aggregate().phase()).isEqualTo(Phase.ON_HOLD);
        assertThat(accepted(late.aggregate().attachPromise(aGiftBox(), NOW)).events()).isEmpty();
        assertThat(accepted(aShippedOrder().attachPromise(aGiftBox(), NOW)).events()).isEmpty();
        assertThat(accepted(aPaidOrder().attachPromise(aGiftBox(), NOW)).events())
                .hasExactlyElementsOfTypes(OrderEvent.PromiseAttached.class);
    }

    @Test
    @DisplayName("O4 a promise ends once: kept, or waived with a reason")
    void endsAPromiseOnce() {
        var kept = next(anApprovedOrder(aGiftBox()).promiseKept("promise-1", AN, "inspection", "parcel-1", NOW));
        assertThat(accepted(kept.promiseKept("promise-1", HAI, "inspection", "parcel-1", NOW)).events()).isEmpty();
        assertThat(refused(kept.waivePromise("promise-1", AN, "buyer-agreed", NOW))).isEqualTo("promise-kept");
        assertThat(refused(kept.waivePromise("promise-7", AN, "buyer-agreed", NOW))).isEqualTo("not-found");
        assertThat(event(anApprovedOrder(aGiftBox()).waivePromise("promise-1", AN, "buyer-agreed", NOW),
                OrderEvent.PromiseWaived.class).reason()).isEqualTo("buyer-agreed");
    }

    @Test
    @DisplayName("O15 collected from a locker it is told again, with the signing")
    void tellsOfALaterSigning() {
        var inLocker = next(aShippedOrder().delivered("parcel-1", "locker-or-station", NOW, null));
        var signed = inLocker.delivered("parcel-1", "locker-or-station", NOW, NOW.plusSeconds(9));
        assertThat(event(signed, OrderEvent.Delivered.class).signedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(next(signed).lines()).isEqualTo(inLocker.lines());
        assertThat(accepted(next(signed).delivered("parcel-1", "in-person", NOW, NOW)).events()).isEmpty();
    }

    @Test
    @DisplayName("A case that is opened before shipping stops the order; its end lets it go")
    void stopsForACase() {
        var held = next(anApprovedOrder().caseOpened("case-1", NOW));
        assertThat(held.phase()).isEqualTo(Phase.ON_HOLD);
        assertThat(held.afterSale().state()).isEqualTo(AfterSaleState.OPEN);
        var closed = next(held.caseClosed("case-1", NOW));
        assertThat(closed.phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
        assertThat(accepted(closed.caseOpened("case-1", NOW)).events()).as("heard again").isEmpty();
        assertThat(next(aShippedOrder().caseOpened("case-2", NOW)).holds().open()).isEmpty();
    }

    @Test
    void keepsThePromiseOfAnotherKindOpen() {
        var shipped = next(aPermittedOrder(aPromise("p", "gift", NOW)).shipped("parcel-1", SF, List.of(COAT, SCARVES),
                NOW));
        assertThat(shipped.promises().open()).hasSize(1);
    }
}
