package io.shopcare.order.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PaymentState;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the provider says is heard in any order, any number of times, and money is counted once. */
class HearingTheProviderTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Payment> payments = new InMemoryAggregateStore<>();
    private final OneProvider provider = new OneProvider();
    private final BeginPayment begin = new BeginPayment(payments, provider, (key, asked) -> asked, clock);
    private final ReceivePayment receive = new ReceivePayment(payments, orders, provider, shop -> Duration.ZERO,
            clock);

    @BeforeEach
    void anOrderIsThere() {
        orders.create("order-1", CommandContext.bySystem("place"), () -> Decision.accept(
                OrderFixtures.aPlacedOrder()));
    }

    @Test
    @DisplayName("O5 pressed twice it is one payment; after a failure the next press is another")
    void beginsOnce() {
        var first = begin().paymentNo();
        assertThat(begin().paymentNo()).isEqualTo(first);
        assertThat(provider.told).containsExactly(first);
        receive.handle(told("payment.failed", "n-1", first, "1103.90"));
        assertThat(begin().paymentNo()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("O5 the provider is silent: the payment stays, and the next press tells it again under its number")
    void goesOnAfterSilence() {
        provider.silent = true;
        assertThatThrownBy(this::begin).isInstanceOf(ProblemException.class);
        provider.silent = false;
        var payment = begin();
        assertThat(payment.payUrl()).isNotNull();
        assertThat(payments.all()).hasSize(1);
        assertThat(provider.told).containsExactly(payment.paymentNo(), payment.paymentNo());
    }

    @Test
    @DisplayName("O5 killed between our two writes, the provider tells it again and the order gets the money once")
    void survivesACrash() {
        var number = begin().paymentNo();
        payments.decide(number, CommandContext.bySystem("killed afterwards"), payment -> payment.received(
                new Payment.Receipt("n-1", OrderFixtures.cny("1103.90"), clock.instant()), clock.instant()));
        assertThat(order().payment().state()).isEqualTo(PaymentState.UNPAID);

        for (int times = 0; times < 2; times++)
            assertThat(receive.handle(told("payment.succeeded", "n-1", number, "1103.90"))).isTrue();
        assertThat(order().payment().state()).isEqualTo(PaymentState.PAID);
        assertThat(order().payment().received()).hasSize(1);
    }

    @Test
    @DisplayName("O5 two charges under one payment are two; refunds find both under the provider's number")
    void countsChargesApart() {
        var number = begin().paymentNo();
        receive.handle(told("payment.succeeded", "n-1", number, "1103.90"));
        receive.handle(told("payment.succeeded", "n-2", number, "1103.90"));
        assertThat(order().payment().state()).isEqualTo(PaymentState.OVERPAID);
        assertThat(orders.published(OrderEvent.PaymentMismatched.class)).singleElement()
                .satisfies(mismatch -> assertThat(mismatch.kind()).isEqualTo("paid-twice"));
        assertThat(order().balance().surplus()).isEqualTo(OrderFixtures.cny("1103.90"));
    }

    @Test
    void asksToComeAgainForWhatIsNotKnown() {
        assertThat(receive.handle(told("payment.succeeded", "n-1", "PAY-NOBODY", "1.00"))).isFalse();
        assertThat(receive.handle(told("payment.failed", "n-1", "PAY-NOBODY", "1.00"))).isFalse();
    }

    @Test
    @DisplayName("O5 shuffled, repeated and at once: the order ends the same")
    void endsTheSame() throws Exception {
        var number = begin().paymentNo();
        var random = new Random(5);
        var tellings = new ArrayList<Callable<Boolean>>();
        for (var one : List.of(told("payment.failed", "n-0", number, "1103.90"), told("payment.succeeded", "n-1",
                number, "1000.00"), told("payment.succeeded", "n-2", number, "103.90")))
            for (int times = 0; times < 8; times++)
                tellings.add(() -> receive.handle(one));
        Collections.shuffle(tellings, random);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tellings))
                assertThat(answer.get()).isTrue();
        }
        assertThat(order().payment().state()).isEqualTo(PaymentState.PAID);
        assertThat(order().payment().received()).hasSize(2);
        assertThat(orders.published(OrderEvent.Paid.class)).hasSize(1);
    }

    private Payment begin() {
        return begin.handle(order(), CommandContext.keyed(Actor.buyer("lin"), "pay", "k", "b")).orThrow().stored()
                .aggregate();
    }

    private Order order() {
        return orders.find("order-1").orElseThrow().aggregate();
    }

    private static Notification told(String event, String id, String paymentNo, String amount) {
        return new Notification(id, event, paymentNo, null, Money.of(amount, "CNY"),
                Instant.parse("2026-11-10T01:54:02Z"));
    }

    private static final class OneProvider implements PaymentProvider {
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean silent;

        @Override
        public String method() {
            return "sandbox";
        }

        @Override
        public Answer<String> register(Payment payment, String subject) {
            told.add(payment.paymentNo());
            return silent
                    ? new Answer.NotAvailable<>("payment-provider")
                    : new Answer.Fresh<>("https://pay.example/" + payment.paymentNo());
        }

        @Override
        public Answer<Optional<Statement>> ask(String paymentNo) {
            throw new AssertionError("nobody asks here");
        }
    }
}
