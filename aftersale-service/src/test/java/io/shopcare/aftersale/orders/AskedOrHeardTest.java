package io.shopcare.aftersale.orders;

import java.time.Clock;
import java.util.Optional;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;

import static org.assertj.core.api.Assertions.assertThat;

/** Which questions are put to order-service. */
class AskedOrHeardTest {
    private final OrderServiceClient never = new OrderServiceClient() {
        @Override
        public OrderSnapshot snapshot(String orderId) {
            throw new AssertionError("asked for " + orderId);
        }

        @Override
        public Addressed addressed(String orderId) {
            throw new AssertionError("asked for " + orderId);
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"%", "%41", "%2e%2e", "..", ".", "a/b", "a/../b", "a;b", "a\\b", "a?b", "a#b", "a\u0000b",
            "a\nb", "{id}", "订单", "💡", "\ud83d"})
    @DisplayName("A1: what can't be the id of an order is no order, and is not put into the path of a question")
    void asksOnlyForWhatCanBe(String orderId) {
        var calls = new Calls(CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults());
        var orders = new AskedOrHeard(calls, never, id -> Optional.empty(), Clock.systemUTC());
        assertThat(orders.of(orderId)).isEqualTo(new Answer.Fresh<>(Optional.empty()));
    }
}
