package io.shopcare.order.payments;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.order.Explained;
import io.shopcare.order.FakeProvider;
import io.shopcare.order.MortalStore;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PaymentRequestState;
import io.shopcare.order.orders.PaymentState;
import io.shopcare.order.payments.Payment.Receipt;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Money that the provider took and did not tell us of is found by asking, and counted once. */
class AskingForAPaymentTest {
    private static final Receipt MONEY = new Receipt("n-1", cny("1103.90"), Instant.parse("2026-11-10T01:54:02Z"));
    private static final Duration GRACE = Duration.ofHours(2);

    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Payment> payments = new InMemoryAggregateStore<>();
    private final MortalStore.Life life = new MortalStore.Life();
    private final AskedProvider provider = new AskedProvider();
    private final ReceivePayment receive = new ReceivePayment(new MortalStore<>(payments, life),
            new MortalStore<>(orders, life), provider, shop -> Duration.ZERO, clock);
    private final AskForPayment ask = new AskForPayment(new MortalStore<>(payments, life), provider, receive);
    private final AskBeforeTheEnd end = new AskBeforeTheEnd(orders, (shop, orderId) -> payments.all().stream()
            .map(stored -> stored.aggregate())
            .filter(payment -> payment.parts().stream().anyMatch(part -> part.orderId().equals(orderId))).toList(),
            ask, new AskingSettings(GRACE));

    @BeforeEach
    void anOrderIsThere() {
        orders.create("order-1", CommandContext.bySystem("place"), () -> Decision.accept(OrderFixtures.aPlacedOrder()));
    }

    @Test
    @DisplayName("O5 a call-back that was lost: the provider is asked after a minute, and the order is paid")
    void findsWhatWasLost() {
        var payment = begin();
        provider.took = List.of(MONEY);
        ask.handle(payment.paymentNo(), clock.instant());
        assertThat(order().payment().state()).as("not before its time").isEqualTo(PaymentState.UNPAID);
        assertThat(askAfter(Duration.ofMinutes(1)).askAt()).isNull();
        assertThat(order().payment().state()).isEqualTo(PaymentState.PAID);
        assertThat(orders.published(OrderEvent.Paid.class)).hasSize(1);
    }

    @Test
    @DisplayName("O5 the call-back comes after we asked, or both at once: the money counts once")
    void countsOnce() {
        var payment = begin();
        provider.took = List.of(MONEY);
        askAfter(Duration.ofMinutes(1));
        assertThat(receive.handle(told(payment))).isTrue();
        assertThat(order().payment().received()).hasSize(1);
        assertThat(payment().receipts()).hasSize(1);
        assertThat(orders.published(OrderEvent.PaymentMismatched.class)).isEmpty();
    }

    @Test
    @DisplayName("O5 while nothing came it is asked again, later each time, and no more after three days")
    void asksAgain() {
        begin();
        var pauses = new ArrayList<Duration>();
        for (var due = payment().askAt(); due != null; due = payment().askAt()) {
            pauses.add(Duration.between(clock.instant(), due));
            askAfter(pauses.getLast());
        }
        assertThat(pauses).startsWith(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(2),
                Duration.ofMinutes(4)).endsWith(Duration.ofHours(6)).hasSizeBetween(18, 22);
        assertThat(payment().begunAt().plus(Duration.ofDays(3))).isAfter(clock.instant());
    }

    @Test
    @DisplayName("O5 the buyer's bank said no, the buyer pressed again, and only the first was told: it is found")
    void findsTheSecondAttempt() {
        var payment = begin();
        receive.handle(new Notification("n-0", "payment.failed", payment.paymentNo(), null, cny("1103.90"),
                clock.instant()));
        provider.took = List.of(MONEY);
        askAfter(Duration.ofMinutes(1));
        assertThat(order().payment().state()).isEqualTo(PaymentState.PAID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    @DisplayName("O5 killed after any write of a call-back that never comes again: the payment's clock gives the order its money")
    void goesOnByItself(int writes) {
        var payment = begin();
        provider.took = List.of(MONEY);
        life.endsAfter(writes);
        try {
            receive.handle(told(payment));
        } catch (MortalStore.Killed e) {
            life.goesOn();
        }
        askAfter(Duration.ofMinutes(1));
        assertThat(order().payment().state()).isEqualTo(PaymentState.PAID);
        assertThat(order().payment().received()).hasSize(1);
        assertThat(payment().askAt()).isNull();
    }

    @Test
    @DisplayName("O5 before an order closes unpaid the provider is asked once more: what came pays it")
    void asksBeforeTheClose() {
        begin();
        provider.took = List.of(MONEY);
        clock.moveTo(PAY_BY);
        end.closeUnpaid("order-1", clock.instant());
        assertThat(order().isCancelled()).isFalse();
        assertThat(order().payment().state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    @DisplayName("O5 nothing came, or no payment was begun: the order closes at its deadline and not before")
    void closesWhatNobodyPaid() {
        end.closeUnpaid("order-1", PAY_BY.minusMillis(1));
        assertThat(order().isCancelled()).isFalse();
        begin();
        end.closeUnpaid("order-1", PAY_BY);
        assertThat(order().isCancelled()).isTrue();
        assertThat(provider.asked).isEqualTo(1);
    }

    @Test
    @DisplayName("O5 the provider does not answer: in doubt, and not closed within the grace; late money is kept and flagged")
    void waitsWhileInDoubt() {
        var payment = begin();
        provider.isAway = true;
        end.closeUnpaid("order-1", PAY_BY.plus(GRACE).minusMillis(1));
        assertThat(order().isCancelled()).isFalse();
        assertThat(payment().askAt()).as("it is asked on").isAfter(PAY_BY.plus(GRACE));

        end.closeUnpaid("order-1", PAY_BY.plus(GRACE));
        assertThat(order().isCancelled()).isTrue();
        receive.handle(told(payment));
        assertThat(orders.published(OrderEvent.PaymentMismatched.class)).singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo("after-close"));
    }

    @Test
    @DisplayName("O5 the provider is away for days: it is asked until it answers")
    void doesNotGiveUpWhileInDoubt() {
        begin();
        provider.isAway = true;
        for (int times = 0; times < 40; times++)
            askAfter(Duration.ofHours(6));
        provider.isAway = false;
        provider.took = List.of(MONEY);
        askAfter(Duration.ofHours(6));
        assertThat(order().payment().received()).hasSize(1);
    }

    @Test
    @DisplayName("O5 O10 before a payment request is over the provider is asked too")
    void asksBeforeARequestIsOver() {
        orders.create("order-2", CommandContext.bySystem("place"),
                () -> Decision.accept(OrderFixtures.anOrderWithARequest()));
        var order = orders.find("order-2").orElseThrow().aggregate();
        var request = order.payment().openRequests().getFirst();
        var number = "PAY-2";
        payments.create(number, CommandContext.bySystem("begin"), () -> Payment.begin(number, order.buyer(),
                List.of(new Payment.Part("order-2", request.requestId(), request.amount())), clock.instant()));
        provider.took = List.of(new Receipt("n-2", request.amount(), clock.instant()));
        end.expireRequests("order-2", request.expiresAt());
        assertThat(orders.find("order-2").orElseThrow().aggregate().payment().request(request.requestId())
                .orElseThrow().state()).isEqualTo(PaymentRequestState.PAID);
    }

    @Test
    @DisplayName("O5 what the provider answers on the wire: never heard, nothing came, money under the id of its notification, silence")
    void speaksToTheProvider() {
        try (var wire = new FakeProvider()) {
            var sandbox = new SandboxProvider(new SandboxClient(new SandboxSettings(
                    new SandboxSettings.Sandbox(FakeProvider.SECRET, Duration.ofSeconds(300)),
                    new SandboxSettings.Provider(URI.create(wire.url()), URI.create(wire.url()), Duration.ofSeconds(2),
                            Duration.ofMillis(500))),
                    Clock.systemUTC()), new Calls(CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults()));
            var payment = begin();
            assertThat(sandbox.ask(payment.paymentNo())).isEqualTo(new Answer.Fresh<>(Optional.empty()));
            sandbox.register(payment, "NY-1");
            assertThat(sandbox.ask(payment.paymentNo())).isEqualTo(new Answer.Fresh<>(
                    Optional.of(new PaymentProvider.Statement(false, List.of()))));
            wire.takesSilently(payment.paymentNo(), "n-1");
            assertThat(sandbox.ask(payment.paymentNo())).isEqualTo(new Answer.Fresh<>(
                    Optional.of(new PaymentProvider.Statement(false, List.of(MONEY)))));
            wire.silent(true);
            assertThat(sandbox.ask(payment.paymentNo())).isInstanceOf(Answer.NotAvailable.class);
            assertThat(wire.refused()).isEmpty();
        }
    }

    @Test
    void findsThePaymentsOfAnOrderAlongAnIndex() {
        var database = TestDatabase.fresh();
        assertThat(new IndexedPaymentsOfOrders(database).of("nuanyang", "order-1")).isEmpty();
        Explained.usesIndex(database.getCollection("payments").find(IndexedPaymentsOfOrders.filter("nuanyang",
                "order-1")), "state.parts.orderId");
    }

    private Payment begin() {
        var begun = new BeginPayment(payments, provider, (key, asked) -> asked, clock).handle(order(),
                CommandContext.keyed(Actor.buyer("lin"), "pay", "k", "b")).orThrow().stored().aggregate();
        provider.number = begun.paymentNo();
        return begun;
    }

    private Payment askAfter(Duration time) {
        clock.moveTo(clock.instant().plus(time));
        ask.handle(provider.number, clock.instant());
        return payment();
    }

    private Payment payment() {
        return payments.find(provider.number).orElseThrow().aggregate();
    }

    private Order order() {
        return orders.find("order-1").orElseThrow().aggregate();
    }

    private static Notification told(Payment payment) {
        return new Notification(MONEY.notificationId(), "payment.succeeded", payment.paymentNo(), null,
                MONEY.amount(), MONEY.occurredAt());
    }

    private static final class AskedProvider implements PaymentProvider {
        private String number = "";
        private List<Receipt> took = List.of();
        private boolean isAway;
        private int asked;

        @Override
        public String method() {
            return "sandbox";
        }

        @Override
        public Answer<String> register(Payment payment, String subject) {
            return new Answer.Fresh<>("https://pay.example/" + payment.paymentNo());
        }

        @Override
        public Answer<Optional<Statement>> ask(String paymentNo) {
            asked++;
            return isAway
                    ? new Answer.NotAvailable<>("payment-provider")
                    : new Answer.Fresh<>(Optional.of(new Statement(false, took)));
        }
    }
}
