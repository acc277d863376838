package io.shopcare.order.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.order.MortalStore;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PaymentState;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** One payment of a buyer for three orders: each gets exactly its own, whatever comes and whenever we are killed. */
class PayingSeveralOrdersTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Payment> payments = new InMemoryAggregateStore<>();
    private final Map<String, String> keys = new HashMap<>();
    private final MortalStore.Life life = new MortalStore.Life();

    @BeforeEach
    void ordersAreThere() {
        for (var id : List.of("order-1", "order-2", "order-3"))
            orders.create(id, CommandContext.bySystem("place"), () -> OrderFixtures.aPlacedOrder(id));
    }

    @Test
    @DisplayName("O3 one payment over three orders pays each with its own full amount")
    void paysEach() {
        var payment = begin();
        assertThat(payment.asked()).isEqualTo(cny("3311.70"));
        assertThat(begin().paymentNo()).as("pressed twice").isEqualTo(payment.paymentNo());

        assertThat(told("n-1", payment, "3311.70")).isTrue();
        assertThat(orders.all()).allMatch(order -> order.aggregate().payment().state() == PaymentState.PAID)
                .allMatch(order -> order.aggregate().payment().sum("CNY").equals(cny("1103.90")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    @DisplayName("O3 O5 killed after any write and told again: each order gets its money once")
    void survivesAKill(int writes) {
        var payment = begin();
        life.endsAfter(writes);
        try {
            told("n-1", payment, "3311.70");
        } catch (MortalStore.Killed e) {
            assertThat(writes).isLessThan(5);
        }
        life.goesOn();
        for (int times = 0; times < 2; times++)
            assertThat(told("n-1", payment, "3311.70")).isTrue();
        assertThat(orders.all()).allMatch(order -> order.aggregate().payment().received().size() == 1)
                .allMatch(order -> order.aggregate().payment().state() == PaymentState.PAID);
        assertThat(orders.published(OrderEvent.Paid.class)).hasSize(3);
    }

    @Test
    @DisplayName("O3 O5 too little is split by largest remainder, and each order is a case for finance")
    void splitsTooLittle() {
        told("n-1", begin(), "100.00");
        assertThat(orders.published(OrderEvent.PaymentMismatched.class)).hasSize(3)
                .allMatch(event -> event.kind().equals("underpaid"));
        assertThat(sums()).containsExactly(cny("33.34"), cny("33.33"), cny("33.33"));
        assertThat(orders.all()).allMatch(order -> order.aggregate().payment().unsettled());
    }

    @Test
    @DisplayName("O5 too much stays with the first order, visibly; paid twice is seen on each")
    void keepsTooMuch() {
        var payment = begin();
        told("n-1", payment, "3312.00");
        assertThat(orders.find("order-1").orElseThrow().aggregate().balance().surplus()).isEqualTo(cny("0.30"));
        assertThat(orders.published(OrderEvent.PaymentMismatched.class)).singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo("overpaid"));
        told("n-2", payment, "3311.70");
        assertThat(orders.published(OrderEvent.PaymentMismatched.class)).filteredOn(event -> event.kind().equals(
                "paid-twice")).hasSize(3);
        assertThat(Money.sum("CNY", sums())).isEqualTo(cny("6623.70"));
    }

    @Test
    @DisplayName("O5 one of them was cancelled meanwhile: the others are paid, its share is kept and flagged")
    void oneWasCancelled() {
        var payment = begin();
        orders.decide("order-2", CommandContext.bySystem("cancel"), order -> order.cancel("buyer-request"));
        told("n-1", payment, "3311.70");
        assertThat(orders.published(OrderEvent.Paid.class)).hasSize(2);
        assertThat(orders.published(OrderEvent.PaymentMismatched.class)).singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo("after-close"));
        assertThat(begins(List.of("order-2"))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    @DisplayName("O5 G6 a key begins the payment of one thing: for other orders it is refused, and no payment is made")
    void refusesAUsedKey() {
        var payment = begin();
        assertThat(begins(List.of("order-1"))).isInstanceOfSatisfying(Outcome.Rejected.class,
                refused -> assertThat(refused.rejection().kind()).isEqualTo(Rejection.Kind.KEY_REUSED));
        assertThat(payments.all()).hasSize(1);
        told("n-1", payment, "0.30");
        assertThat(begin().asked()).as("less is due, of the same orders").isEqualTo(cny("3311.40"));
        assertThat(begins(List.of("order-1"), "k-2").orThrow().stored().aggregate().parts()).hasSize(1);
    }

    private Payment begin() {
        return begins(List.of("order-3", "order-1", "order-2")).orThrow().stored().aggregate();
    }

    private Outcome<Payment> begins(List<String> ids) {
        return begins(ids, "k");
    }

    private Outcome<Payment> begins(List<String> ids, String key) {
        return new BeginPayment(payments, new OpenProvider(), (used, asked) -> Objects
                .requireNonNullElse(keys.putIfAbsent(used, asked), asked), clock).handle(
                        ids.stream().map(id -> orders.find(id).orElseThrow().aggregate()).toList(),
                        CommandContext.keyed(Actor.buyer("lin"), "pay", key, "b"));
    }

    private boolean told(String id, Payment payment, String amount) {
        return new ReceivePayment(new MortalStore<>(payments, life), new MortalStore<>(orders, life),
                new OpenProvider(), shop -> Duration.ZERO, clock).handle(
                        new Notification(id, "payment.succeeded",
                                payment.paymentNo(), null, cny(amount), Instant.parse("2026-11-10T01:54:02Z")));
    }

    private List<Money> sums() {
        return List.of("order-1", "order-2", "order-3").stream()
                .map(id -> orders.find(id).orElseThrow().aggregate().payment().sum("CNY")).toList();
    }

    private static final class OpenProvider implements PaymentProvider {
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
            throw new AssertionError("nobody asks here");
        }
    }
}
