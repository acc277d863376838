package io.shopcare.order.payments;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PaymentFacet;
import io.shopcare.order.orders.PaymentReason;
import io.shopcare.order.orders.PaymentRequest;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;

/** No payment is begun that could only bring too much. */
class BeginningAPaymentTest {
    private static final CommandContext TEST = CommandContext.bySystem("test");

    private final InMemoryAggregateStore<Payment> payments = new InMemoryAggregateStore<>();
    private final BeginPayment begin = new BeginPayment(payments, new PaymentProvider() {
        @Override
        public String method() {
            return "nobody";
        }

        @Override
        public Answer<String> register(Payment payment, String subject) {
            throw new AssertionError("the provider hears of " + payment);
        }

        @Override
        public Answer<Optional<Statement>> ask(String paymentNo) {
            throw new AssertionError("nobody asks here");
        }
    }, (key, asked) -> asked, Clock.systemUTC());

    @Test
    @DisplayName("O5 nothing is begun for what is cancelled or paid, alone or among others")
    void refusesWhatIsOver() {
        assertThat(refused(begin.handle(OrderFixtures.aCancelledOrder(), TEST))).isEqualTo("already-cancelled");
        assertThat(refused(begin.handle(OrderFixtures.aPaidOrder(), TEST))).isEqualTo("already-paid");
        assertThat(
                refused(begin.handle(List.of(next(OrderFixtures.aPlacedOrder("order-1")), OrderFixtures.aPaidOrder()),
                        TEST)))
                .isEqualTo("already-paid");
        assertThat(payments.all()).isEmpty();
    }

    @Test
    @DisplayName("O5 O10 nothing is begun for a request that is over, nor for the rest of a total that is there already")
    void refusesRequestsThatBringTooMuch() {
        var withdrawn = next(OrderFixtures.anOrderWithARequest().withdrawPaymentRequest("q-1"));
        assertThat(refused(begin.handle(withdrawn, request(withdrawn, "q-1"), TEST)))
                .isEqualTo("payment-request-withdrawn");

        var rest = PaymentRequest.of("q-2", cny("3.90"), PaymentReason.SHORTFALL, null, null, AN, NOW,
                NOW.plusSeconds(60));
        var paid = withRequest(OrderFixtures.aPaidOrder(), rest); // as it was stored before such requests were closed
        assertThat(refused(begin.handle(paid, rest, TEST))).isEqualTo("already-paid");
        assertThat(payments.all()).isEmpty();
    }

    private static Order withRequest(Order order, PaymentRequest request) {
        var money = order.payment();
        return new Order(order.orderId(), order.sale(), order.lines(), new PaymentFacet(money.state(),
                money.received(), money.unsettled(), money.paidAt(), List.of(request), null), order.audit(),
                order.fulfilment(), order.holds(), order.afterSale(), order.promises(), order.refunds(),
                order.questions(), order.packing(), order.exchanges(), order.phase(), order.prints());
    }

    private static PaymentRequest request(Order order, String id) {
        return order.payment().request(id).orElseThrow();
    }

    private static String refused(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(var why) ? why.code() : "accepted";
    }
}
