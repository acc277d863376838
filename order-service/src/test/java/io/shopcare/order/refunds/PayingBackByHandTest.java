package io.shopcare.order.refunds;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.MortalStore;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.RefundState;
import io.shopcare.order.orders.RefundsFacet;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;

/** Money that came by bank transfer goes back by one; no provider can do it. */
class PayingBackByHandTest {
    private final RefundDesk desk = new RefundDesk();

    @Test
    @DisplayName("O5 O17 R6 what came by bank waits for finance, who says under which reference it went back; said twice, once")
    void waitsForFinance() {
        var refund = ask(order("0.00", "1103.90"), "r-1", "1103.90");
        assertThat(refund.stage()).isEqualTo(RefundStage.BY_HAND);
        assertThat(refund.nextAt()).as("nobody is called").isNull();
        desk.clock.advance(Duration.ofDays(1));
        desk.callDue();
        assertThat(desk.provider.calls).isEmpty();

        var number = refund.current().orElseThrow().refundNo();
        assertThat(confirm(refund, number, "ICBC-9")).isEqualTo("done");
        assertThat(confirm(refund, number, "ICBC-9")).isEqualTo("done");
        assertThat(confirm(refund, number, "ICBC-10")).isEqualTo("payout-paid");
        desk.deliverEvents();
        assertThat(share("r-1")).isEqualTo(RefundState.SUCCEEDED);
        assertThat(desk.refunds.published(RefundEvent.Succeeded.class)).hasSize(1);
    }

    @Test
    @DisplayName("O17 R6 part by provider, part by bank: each goes back in its way, through a kill after every write")
    void paysEachInItsWay() {
        for (int writes = 0; writes < 4; writes++) {
            var lived = new RefundDesk();
            lived.orders.create("order-2", CommandContext.bySystem("test"),
                    () -> Decision.accept(order("600.00", "503.90")));
            var request = all("r-1", "1103.90");
            lived.asking().handle(OrderFixtures.LIN, request, RefundDesk.AFTERSALE);
            var waiting = lived.refund(request);
            assertThat(waiting.stage()).isEqualTo(RefundStage.BY_HAND);
            assertThat(lived.provider.total()).isEqualTo(cny("600.00"));
            lived.diesAfterWrites(writes);
            try {
                confirm(lived, waiting, waiting.current().orElseThrow().refundNo(), "ICBC-9");
            } catch (MortalStore.Killed died) {
                lived.livesOn();
            }
            lived.livesOn();
            confirm(lived, waiting, waiting.current().orElseThrow().refundNo(), "ICBC-9");
            assertThat(lived.refund(request).stage()).isEqualTo(RefundStage.SUCCEEDED);
            assertThat(lived.provider.total()).isEqualTo(cny("600.00"));
        }
    }

    @Test
    @DisplayName("O17 by bank first, then by provider: the rest goes on by itself after finance's word")
    void goesOnAfterFinance() {
        var paid = next(next(OrderFixtures.aPlacedOrder("order-2")).receivePayment("B-1",
                new Tender("ICBC-1", "bank-transfer", cny("503.90")), NOW, Duration.ZERO));
        var refund = ask(next(paid.receivePayment("N-1", new Tender("PAY-9", "sandbox", cny("600.00")), NOW,
                Duration.ZERO)), "r-1", "1103.90");
        assertThat(desk.provider.calls).isEmpty();
        confirm(refund, refund.current().orElseThrow().refundNo(), "ICBC-9");
        assertThat(desk.refunds.find(refund.refundId()).orElseThrow().aggregate().stage())
                .isEqualTo(RefundStage.SUCCEEDED);
        assertThat(desk.provider.total()).isEqualTo(cny("600.00"));
    }

    @Test
    @DisplayName("O5 a reference of the bank tells of one payout, and what a provider pays nobody confirms by hand")
    void countsAReferenceOnce() {
        var first = ask(order("0.00", "1103.90"), "r-1", "100.00");
        var second = askAgain("r-2", "100.00");
        confirm(first, first.current().orElseThrow().refundNo(), "ICBC-9");
        assertThat(confirm(second, second.current().orElseThrow().refundNo(), "ICBC-9")).isEqualTo("reference-used");
        desk.provider.answersAtOnce = false;
        var provided = desk.askForTheScarf();
        assertThat(confirm(provided, provided.refundId(), "ICBC-8")).isEqualTo("payout-at-provider");
    }

    @Test
    @DisplayName("O17 R6 what a platform got is refused before anything of it is paid")
    void refusesWhatAPlatformGot() {
        var request = new RefundRequest("r-1", "order-3", cny("10.00"), List.of(new LineAmount("1", 1, cny("10.00"))),
                cny("0.00"), "agreed", "case-1");
        desk.orders.create("order-3", CommandContext.bySystem("test"),
                () -> Decision.accept(OrderFixtures.anImportedOrder("order-3", "COAT", 1)));
        var refund = desk.ask(request);
        assertThat(refund.stage()).isEqualTo(RefundStage.FAILED);
        assertThat(refund.problem()).isEqualTo("no-provider");
        assertThat(refund.isFinal()).isTrue();
    }

    private static Order order(String sandbox, String bank) {
        var placed = next(OrderFixtures.aPlacedOrder("order-2"));
        var paid = cny(sandbox).isPositive()
                ? next(placed.receivePayment("N-1", new Tender("PAY-9", "sandbox", cny(sandbox)), NOW, Duration.ZERO))
                : placed;
        return next(paid.receivePayment("B-1", new Tender("ICBC-1", "bank-transfer", cny(bank)), NOW, Duration.ZERO));
    }

    private Refund ask(Order order, String requestId, String amount) {
        desk.orders.create("order-2", CommandContext.bySystem("test"), () -> Decision.accept(order));
        return askAgain(requestId, amount);
    }

    private Refund askAgain(String requestId, String amount) {
        return desk.ask(all(requestId, amount));
    }

    private static RefundRequest all(String requestId, String amount) {
        var lines = amount.equals("1103.90")
                ? List.of(new LineAmount("1", 1, cny("854.05")), new LineAmount("2", 2, cny("249.85")))
                : List.of(new LineAmount("1", 0, cny(amount)));
        return new RefundRequest(requestId, "order-2", cny(amount), lines, cny("0.00"), "agreed", "case-1");
    }

    private String confirm(Refund refund, String refundNo, String reference) {
        return confirm(desk, refund, refundNo, reference);
    }

    private static String confirm(RefundDesk desk, Refund refund, String refundNo, String reference) {
        var finance = new CommandContext(Actor.staff("fang"), "confirm", null, null, null);
        var now = desk.refunds.find(refund.refundId()).orElseThrow().aggregate();
        return desk.confirming().handle(now, refundNo, reference, finance) instanceof Outcome.Rejected<Refund>(var why)
                ? why.code()
                : "done";
    }

    private RefundState share(String requestId) {
        return desk.orders.find("order-2").orElseThrow().aggregate().refunds().find(RefundsFacet.idOf(requestId))
                .orElseThrow().state();
    }
}
