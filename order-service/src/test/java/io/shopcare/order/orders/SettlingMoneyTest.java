package io.shopcare.order.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.aCancelledOrder;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.event;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

class SettlingMoneyTest {
    private static final ActorRef FANG = new ActorRef("staff", "fang");
    private static final ActorRef QIAN = new ActorRef("staff", "qian");

    @Test
    @DisplayName("O5 paid more: finance gives the excess back, and the order goes on")
    void givesTheExcessBack() {
        var more = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1200.00"));
        var settled = resolve(more, PaymentResolution.Kind.REFUND, FANG);

        var due = event(settled, OrderEvent.RefundDue.class);
        assertThat(due.amount()).isEqualTo(cny("96.10"));
        assertThat(due.lines()).isEmpty();
        assertThat(next(settled).payment().unsettled()).isFalse();
        assertThat(next(settled).balance().surplus()).isEqualTo(cny("0.00"));
        assertThat(next(settled).refunds().find(RefundsFacet.idOf(due.requestId()))).isPresent();
        assertThat(next(settled).phase()).isEqualTo(Phase.AUDITING);
        assertThat(accepted(resolve(next(settled), PaymentResolution.Kind.REFUND, FANG)).events())
                .as("the same decision again").isEmpty();
    }

    @Test
    @DisplayName("O5 paid less: finance accepts it; the price is lowered to the last unit and the order is paid")
    void acceptsLess() {
        var less = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1100.00"));
        var settled = resolve(less, PaymentResolution.Kind.ACCEPT_SHORTFALL, FANG);

        assertThat(event(settled, OrderEvent.PriceAdjusted.class).total()).isEqualTo(cny("1100.00"));
        var paid = event(settled, OrderEvent.Paid.class);
        assertThat(paid.paid()).isEqualTo(cny("1100.00"));
        assertThat(Money.sum("CNY", paid.lines().stream().map(line -> line.amount()).toList()))
                .isEqualTo(cny("1100.00"));
        assertThat(paid.tenders()).extracting(Tender::amount).containsExactly(cny("1100.00"));
        assertThat(next(settled).phase()).isEqualTo(Phase.AUDITING);
        assertThat(next(settled).balance().total()).isEqualTo(cny("1100.00"));
    }

    @Test
    @DisplayName("O5 paid less: the rest is asked for; when its time runs out it is finance's again")
    void asksForTheRest() {
        var less = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1100.00"));
        var asked = resolve(less, PaymentResolution.Kind.ASK_THE_REST, FANG);

        assertThat(event(asked, OrderEvent.PaymentRequestOpened.class).amount()).isEqualTo(cny("3.90"));
        assertThat(next(asked).payment().unsettled()).isFalse();
        var expired = next(Requesting.expire(next(asked), PAY_BY));
        assertThat(expired.payment().unsettled()).isTrue();
        var request = next(asked).payment().openRequests().getFirst().requestId();
        var paid = next(asked).receiveRequested(request, "N-2", new Tender("PAY-2", "sandbox", cny("3.90")), NOW,
                Duration.ZERO);
        assertThat(event(paid, OrderEvent.Paid.class).paid()).isEqualTo(cny("1103.90"));
    }

    @Test
    @DisplayName("O5 paid less: given back, the order is cancelled with it")
    void cancelsWhatWasPaidTooLittle() {
        var less = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1100.00"));
        var settled = resolve(less, PaymentResolution.Kind.REFUND, FANG);

        assertThat(event(settled, OrderEvent.Cancelled.class).reason()).isEqualTo("underpaid");
        assertThat(event(settled, OrderEvent.Cancelled.class).paid()).as("the refund follows")
                .isEqualTo(cny("1100.00"));
        assertThat(next(settled).payment().unsettled()).isFalse();
    }

    @Test
    @DisplayName("O5 late after the clock closed it: kept, flagged, and finance gives it back")
    void givesLateMoneyBack() {
        var late = pay(next(aPlacedOrder().closeUnpaid(PAY_BY)), "N-1", "PAY-1", "1103.90");

        assertThat(accepted(late).events()).noneMatch(OrderEvent.RefundDue.class::isInstance);
        assertThat(next(late).payment().unsettled()).isTrue();
        var due = event(resolve(next(late), PaymentResolution.Kind.REFUND, FANG), OrderEvent.RefundDue.class);
        assertThat(due.amount()).isEqualTo(cny("1103.90"));
        assertThat(due.reason()).isEqualTo("payment-late");
    }

    @Test
    @DisplayName("O5 late after the clock closed it: finance revives the order, paid to the cent, for the audit")
    void revives() {
        var closed = next(aPlacedOrder(OrderFixtures.shipsBy(PAY_BY.plusSeconds(60))).closeUnpaid(PAY_BY));
        var late = next(pay(closed, "N-1", "PAY-1", "1103.90"));
        var revived = resolve(late, PaymentResolution.Kind.REVIVE, FANG);

        assertThat(accepted(revived).events()).hasExactlyElementsOfTypes(OrderEvent.PaymentResolved.class,
                OrderEvent.Revived.class, OrderEvent.Paid.class);
        var order = next(revived);
        assertThat(order.phase()).isEqualTo(Phase.AUDITING);
        assertThat(order.payment().unsettled()).isFalse();
        assertThat(order.balance().surplus()).isEqualTo(cny("0.00"));
        assertThat(order.promises().nextDue()).isNotNull();
        assertThat(next(order.audited("v", List.of(), List.of(), NOW)).phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
        assertThat(next(order.cancel("buyer-request")).isCancelled()).isTrue();

        var more = next(resolve(next(pay(closed, "N-1", "PAY-1", "1200.00")), PaymentResolution.Kind.REVIVE, FANG));
        assertThat(more.payment().unsettled()).as("what is too much is still to be settled").isTrue();
        assertThat(more.balance().surplus()).isEqualTo(cny("96.10"));
        assertThat(refused(resolve(next(pay(closed, "N-1", "PAY-1", "1.00")), PaymentResolution.Kind.REVIVE, FANG)))
                .isEqualTo("not-to-be-revived");
        var returned = next(resolve(late, PaymentResolution.Kind.REFUND, FANG));
        assertThat(refused(returned.resolvePayment(resolution("r-2", PaymentResolution.Kind.REVIVE, QIAN), PAY_BY,
                Duration.ZERO))).as("its money is on the way back").isEqualTo("already-decided");
    }

    @Test
    @DisplayName("O17 money that comes after a cancellation becomes a refund by itself, each time")
    void refundsAfterCancellation() {
        var late = pay(aCancelledOrder(), "N-1", "PAY-1", "1103.90");
        assertThat(event(late, OrderEvent.RefundDue.class).amount()).isEqualTo(cny("1103.90"));
        assertThat(next(late).payment().unsettled()).isFalse();
        assertThat(accepted(pay(next(late), "N-1", "PAY-1", "1103.90")).events()).as("told again").isEmpty();
        var again = pay(next(late), "N-2", "PAY-2", "5.00");
        assertThat(event(again, OrderEvent.RefundDue.class).amount()).isEqualTo(cny("5.00"));
        assertThat(event(again, OrderEvent.RefundDue.class).requestId())
                .isNotEqualTo(event(late, OrderEvent.RefundDue.class).requestId());
    }

    @Test
    @DisplayName("O5 another currency goes back as it came")
    void givesForeignMoneyBack() {
        var foreign = next(aPaidOrder().receivePayment("N-2", new Tender("PAY-2", "sandbox",
                Money.of("160.00", "USD")), NOW, Duration.ZERO));
        var settled = resolve(foreign, PaymentResolution.Kind.REFUND, FANG);
        var due = event(settled, OrderEvent.RefundDue.class);
        assertThat(due.amount()).isEqualTo(Money.of("160.00", "USD"));
        assertThat(next(settled).balance().total()).isEqualTo(cny("1103.90"));
        var id = RefundsFacet.idOf(due.requestId());
        assertThat(next(settled).refunds().find(id).orElseThrow().tenders()).extracting(Tender::paymentNo)
                .containsExactly("PAY-2");
        var refunded = next(next(settled).refundSucceeded(id));
        assertThat(refunded.refunds().succeeded("CNY")).isEqualTo(cny("0.00"));
        assertThat(refunded.payment().unsettled()).isFalse();
    }

    @Test
    @DisplayName("O5 a refund of the excess that fails is finance's again")
    void comesBack() {
        var more = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1200.00"));
        var settled = resolve(more, PaymentResolution.Kind.REFUND, FANG);
        var id = RefundsFacet.idOf(event(settled, OrderEvent.RefundDue.class).requestId());
        var failed = next(next(settled).refundFailed(id));
        assertThat(failed.payment().unsettled()).isTrue();
        assertThat(failed.balance().surplus()).isEqualTo(cny("96.10"));
    }

    @Test
    @DisplayName("O5 two of finance at once: one wins, the other hears who; the money goes back once")
    void oneWins() throws Exception {
        var orders = new InMemoryAggregateStore<Order>();
        orders.create("order-1", CommandContext.bySystem("test"),
                () -> Decision.accept(next(pay(aPlacedOrder(), "N-1", "PAY-1", "1200.00"))));
        var number = new AtomicInteger();
        var tries = new ArrayList<Callable<Outcome<Order>>>();
        for (int i = 0; i < 16; i++) {
            var by = i % 2 == 0 ? FANG : QIAN;
            tries.add(() -> orders.decide("order-1", CommandContext.bySystem("settle"),
                    order -> order.resolvePayment(resolution("r-" + number.incrementAndGet(),
                            PaymentResolution.Kind.REFUND, by), PAY_BY, Duration.ZERO)));
        }
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tries))
                if (answer.get() instanceof Outcome.Accepted<Order>)
                    won++;
                else
                    assertThat(((Outcome.Rejected<Order>) answer.get()).rejection().code())
                            .isIn("already-decided", "nothing-to-settle");
        }
        assertThat(won).isEqualTo(1);
        assertThat(orders.published(OrderEvent.RefundDue.class)).hasSize(1);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(refused(resolve(aPaidOrder(), PaymentResolution.Kind.REFUND, FANG))).isEqualTo("nothing-to-settle");
        var more = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1200.00"));
        for (var kind : List.of(PaymentResolution.Kind.ACCEPT_SHORTFALL, PaymentResolution.Kind.ASK_THE_REST))
            assertThat(refused(resolve(more, kind, FANG))).isEqualTo("nothing-is-missing");
        var settled = next(resolve(more, PaymentResolution.Kind.REFUND, FANG));
        assertThat(refused(settled.resolvePayment(resolution("r-2", PaymentResolution.Kind.REFUND, QIAN), PAY_BY,
                Duration.ZERO))).isEqualTo("already-decided");
    }

    private static Decision<Order> resolve(Order order, PaymentResolution.Kind kind, ActorRef by) {
        return order.resolvePayment(resolution("r-1", kind, by), PAY_BY, Duration.ZERO);
    }

    private static PaymentResolution resolution(String id, PaymentResolution.Kind kind, ActorRef by) {
        return new PaymentResolution(id, kind, "paid-by-mistake", null, by, NOW);
    }
}
