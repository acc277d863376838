package io.shopcare.order.refunds;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.order.FacetTable;
import io.shopcare.order.MortalStore.Killed;
import io.shopcare.order.orders.RefundState;
import io.shopcare.order.refunds.ScriptedProvider.Mishap;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.refunds.RefundDesk.cny;
import static io.shopcare.order.refunds.RefundDesk.scarf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RefundingTest {
    private final RefundDesk desk = new RefundDesk();

    @Test
    void stagesAreReachableAndEnd() throws IOException {
        FacetTable.of(RefundStage.class, RefundStage.REQUESTED).reachesAllAndEndsIn(Set.of(RefundStage.SUCCEEDED))
                .isDrawnIn("refund-stage.md");
        FacetTable.of(PayoutState.class, PayoutState.WAITING)
                .reachesAllAndEndsIn(Set.of(PayoutState.PAID, PayoutState.REFUSED)).isDrawnIn("refund-payout.md");
    }

    @Test
    @DisplayName("O17: the balance is reserved, the provider pays, order and refund agree")
    void paysBack() {
        var refund = desk.askForTheScarf();
        desk.deliverEvents();
        assertThat(refund.stage()).isEqualTo(RefundStage.SUCCEEDED);
        assertThat(refund.nextAt()).isNull();
        assertThat(desk.provider.paidBack).containsExactly(java.util.Map.entry(refund.refundId(), cny("249.85")));
        assertThat(desk.share(refund.refundId())).isEqualTo(RefundState.SUCCEEDED);
        assertThat(desk.left()).isEqualTo(cny("854.05"));
    }

    @Test
    @DisplayName("O17: one request refunds once, whatever is repeated")
    void paysBackOnce() {
        desk.askForTheScarf();
        desk.askForTheScarf();
        desk.deliverEvents();
        desk.askForTheScarf();
        desk.deliverEverythingAgain();
        assertThat(desk.provider.total()).isEqualTo(cny("249.85"));
        assertThat(desk.refunds.published()).hasSize(2);
    }

    @Test
    @DisplayName("O9 O17 stock of what is refunded before it ships is free again, when the money is back for certain")
    void freesTheStockOfWhatIsNotWantedAnyMore() {
        desk.holdTheStock();
        desk.askForTheScarf();
        desk.deliverEvents();
        assertThat(desk.reservation()).as("the coat is still to ship").isEqualTo(ReservationState.ALLOCATED);
        desk.ask(new RefundRequest("request-2", "order-1", cny("854.05"), List.of(new LineAmount("1", 1,
                cny("854.05"))), cny("0.00"), "agreed", "case-1"));
        assertThat(desk.reservation()).isEqualTo(ReservationState.ALLOCATED);
        desk.deliverEvents();
        desk.deliverEverythingAgain();
        assertThat(desk.reservation()).isEqualTo(ReservationState.RELEASED);
    }

    @Test
    @DisplayName("O9 O17 stock of what is refunded after the first parcel left is free again")
    void freesTheStockOfTheRest() {
        desk.holdTheStock();
        desk.shipsTheCoat();
        desk.askForTheScarf();
        assertThat(desk.shelves.figures("SCARF-CASHMERE-GREY").available()).as("it may still fail").isZero();
        desk.deliverEvents();
        desk.deliverEverythingAgain();
        assertThat(desk.reservation()).isEqualTo(ReservationState.SHIPPED);
        assertThat(desk.shelves.figures("SCARF-CASHMERE-GREY").available()).isEqualTo(1);
        assertThat(desk.shelves.figures("COAT-WOOL-GREY-L").onHand()).isZero();
    }

    @Test
    @DisplayName("O17: never more than was paid, per line and in total; refused for good without a call")
    void refusesMoreThanWasPaid() {
        var tooMuch = desk.ask(scarf("request-1", "249.86"));
        assertThat(tooMuch.stage()).isEqualTo(RefundStage.FAILED);
        assertThat(tooMuch.problem()).isEqualTo("more-than-is-left");
        desk.ask(scarf("request-2", "200.00"));
        assertThat(desk.ask(scarf("request-3", "50.00")).stage()).isEqualTo(RefundStage.FAILED);
        desk.deliverEvents();
        assertThat(desk.provider.total()).isEqualTo(cny("200.00"));
        assertThat(desk.refunds.published(RefundEvent.Failed.class))
                .allSatisfy(event -> assertThat(event.isFinal()).isTrue());
    }

    @Test
    void refusesARefundOfAnUnknownOrder() {
        var request = new RefundRequest("request-1", "order-9", cny("1.00"),
                List.of(new LineAmount("1", 0, cny("1.00"))), cny("0.00"), "quality", "case-1");
        assertThat(desk.ask(request).problem()).isEqualTo("order-unknown");
        desk.deliverEvents();
    }

    @Test
    @DisplayName("S8: the provider times out after taking the money: in doubt, then found out, refunded once")
    void isInDoubtAfterATimeOut() {
        desk.provider.mishaps.add(Mishap.TIMES_OUT_AFTER_TAKING);
        var refund = desk.askForTheScarf();
        desk.deliverEvents();
        assertThat(refund.stage()).isEqualTo(RefundStage.IN_DOUBT);
        assertThat(desk.share(refund.refundId())).isEqualTo(RefundState.IN_DOUBT);
        assertThat(desk.left()).as("stays reserved").isEqualTo(cny("854.05"));
        desk.clock.advance(Duration.ofSeconds(5));
        desk.callDue();
        desk.deliverEvents();
        assertThat(desk.refunds.find(refund.refundId()).orElseThrow().aggregate().stage())
                .isEqualTo(RefundStage.SUCCEEDED);
        assertThat(desk.provider.calls).containsExactly("pay " + refund.refundId(), "ask " + refund.refundId());
        assertThat(desk.provider.total()).isEqualTo(cny("249.85"));
    }

    @Test
    void callsAgainUnderTheSameNumberWhatTheProviderNeverHeard() {
        desk.provider.mishaps.add(Mishap.TIMES_OUT_BEFORE_TAKING);
        var refund = desk.askForTheScarf();
        assertThat(refund.stage()).isEqualTo(RefundStage.IN_DOUBT);
        for (int round = 0; round < 2; round++) {
            desk.clock.advance(Duration.ofMinutes(1));
            desk.callDue();
        }
        assertThat(desk.provider.calls).containsExactly("pay " + refund.refundId(), "ask " + refund.refundId(),
                "pay " + refund.refundId());
        assertThat(desk.refund(refund.request()).stage()).isEqualTo(RefundStage.SUCCEEDED);
    }

    @Test
    void waitsForAProviderThatIsNotReached() {
        desk.provider.mishaps.add(Mishap.IS_NOT_REACHED);
        var refund = desk.askForTheScarf();
        assertThat(refund.stage()).as("nothing happened, so nothing is in doubt").isEqualTo(RefundStage.REQUESTED);
        desk.callDue();
        assertThat(desk.provider.calls).as("not before its time").hasSize(1);
        desk.clock.advance(Duration.ofSeconds(5));
        desk.callDue();
        assertThat(desk.refund(refund.request()).stage()).isEqualTo(RefundStage.SUCCEEDED);
    }

    @Test
    @DisplayName("O17: a program whose clock is behind calls the provider once per pause, and pauses as long as any other")
    void pausesByTheClockThatItIsAskedBy() {
        desk.provider.mishaps.addAll(List.of(Mishap.IS_NOT_REACHED, Mishap.IS_NOT_REACHED));
        var refund = desk.askForTheScarf();
        var due = desk.clock.instant().plus(Duration.ofMinutes(10));
        desk.paying().handle(refund.refundId(), due);
        assertThat(desk.provider.calls).hasSize(2);
        assertThat(desk.refund(refund.request()).nextAt()).isEqualTo(due.plus(Duration.ofSeconds(10)));
    }

    @Test
    @DisplayName("O17: an accepted call is not a refund; the notification settles it, before or after the deadline asks")
    void anAcceptedCallIsNotARefund() {
        desk.provider.answersAtOnce = false;
        var refund = desk.askForTheScarf();
        assertThat(refund.stage()).isEqualTo(RefundStage.REQUESTED);
        var paid = new ProviderAnswer.Paid(Instant.parse("2026-11-17T03:10:13Z"));
        desk.paying().tell(refund.refundId(), paid);
        desk.paying().tell(refund.refundId(), paid);
        desk.paying().tell(refund.refundId(), new ProviderAnswer.Refused("provider-refused"));
        assertThat(desk.refund(refund.request()).stage()).isEqualTo(RefundStage.SUCCEEDED);
        assertThat(desk.refunds.published(RefundEvent.Succeeded.class)).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("S8: killed after any of its writes, the same request goes on where it stopped; one refund")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void survivesBeingKilledAfterAnyWrite(int writes) {
        desk.diesAfterWrites(writes);
        try {
            desk.askForTheScarf();
        } catch (Killed expected) {
            // as meant
        }
        desk.livesOn();
        var refund = desk.askForTheScarf();
        desk.deliverEvents();
        assertThat(refund.stage()).isEqualTo(RefundStage.SUCCEEDED);
        assertThat(desk.provider.total()).isEqualTo(cny("249.85"));
        assertThat(desk.left()).isEqualTo(cny("854.05"));
    }

    @Test
    @DisplayName("S8: killed after the provider took the money and before we heard it; its deadline alone finishes it")
    void survivesBeingKilledAfterTheMoneyWasTaken() {
        desk.provider.mishaps.add(Mishap.DIES_AFTER_TAKING);
        assertThatThrownBy(desk::askForTheScarf).isInstanceOf(Killed.class);
        desk.callDue();
        desk.deliverEvents();
        assertThat(desk.refund(scarf("request-1", "249.85")).stage()).isEqualTo(RefundStage.SUCCEEDED);
        assertThat(desk.provider.total()).isEqualTo(cny("249.85"));
    }

    @Test
    @DisplayName("S8: asked for by many at once, refunded once")
    void paysOnceWhenAskedByManyAtOnce() throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                var request = scarf(i % 2 == 0 ? "request-even" : "request-odd", "249.85");
                many.execute(() -> {
                    try {
                        start.await();
                        desk.asking().handle(io.shopcare.order.SampleOrders.LIN, request, RefundDesk.AFTERSALE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            start.countDown();
        }
        desk.deliverEvents();
        assertThat(desk.provider.total()).isEqualTo(cny("249.85"));
        assertThat(desk.left()).isEqualTo(cny("854.05"));
        assertThat(desk.refunds.all()).extracting(refund -> refund.aggregate().stage())
                .containsExactlyInAnyOrder(RefundStage.SUCCEEDED, RefundStage.FAILED);
    }

    @Test
    @DisplayName("O17: a definite failure frees the balance and may be tried again under a new attempt")
    void triesAgainAfterADefiniteFailure() {
        desk.provider.mishaps.add(Mishap.REFUSES);
        var failed = desk.askForTheScarf();
        assertThat(failed.stage()).isEqualTo(RefundStage.FAILED);
        assertThat(reason(retry(failed))).as("before the order has heard").isEqualTo("not-settled-yet");
        desk.deliverEvents();
        assertThat(desk.left()).isEqualTo(cny("1103.90"));
        retry(failed).orThrow();
        desk.deliverEverythingAgain();
        var again = desk.refund(failed.request());
        assertThat(again.stage()).isEqualTo(RefundStage.SUCCEEDED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(desk.provider.paidBack).containsOnlyKeys(failed.refundId() + "-2-0");
        assertThat(desk.left()).isEqualTo(cny("854.05"));
        assertThat(reason(retry(again))).isEqualTo("not-failed");
        assertThat(desk.refunds.published(RefundEvent.Requested.class)).as("whoever heard of the failure hears of it")
                .extracting(RefundEvent.Requested::attempt).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRetrySurvivesBeingKilledAfterAnyWrite(int writes) {
        desk.provider.mishaps.add(Mishap.REFUSES);
        var failed = desk.askForTheScarf();
        desk.deliverEvents();
        desk.diesAfterWrites(writes);
        try {
            retry(failed);
        } catch (Killed expected) {
            // as meant
        }
        desk.livesOn();
        if (desk.refund(failed.request()).stage() == RefundStage.FAILED)
            retry(failed);
        desk.callDue();
        desk.deliverEverythingAgain();
        assertThat(desk.refund(failed.request()).stage()).isEqualTo(RefundStage.SUCCEEDED);
        assertThat(desk.refunds.published(RefundEvent.Requested.class)).hasSize(2);
        assertThat(desk.provider.total()).isEqualTo(cny("249.85"));
        assertThat(desk.left()).isEqualTo(cny("854.05"));
    }

    @Test
    void aRetryFindsThatTheBalanceWentElsewhere() {
        desk.provider.mishaps.add(Mishap.REFUSES);
        var failed = desk.askForTheScarf();
        desk.deliverEvents();
        desk.ask(scarf("request-2", "249.85"));
        retry(failed);
        desk.deliverEvents();
        assertThat(desk.refund(failed.request()).problem()).isEqualTo("more-than-is-left");
        assertThat(desk.provider.total()).isEqualTo(cny("249.85"));
    }

    private Outcome<Refund> retry(Refund refund) {
        return desk.retrying().handle(refund, CommandContext.bySystem("retry"));
    }

    private static String reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(var why) ? why.code() : "accepted";
    }
}
