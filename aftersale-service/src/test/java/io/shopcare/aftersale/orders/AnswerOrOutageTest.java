package io.shopcare.aftersale.orders;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import feign.FeignException;
import feign.Request;
import feign.Response;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What counts as an outage of another service, and what is an answer. */
class AnswerOrOutageTest {
    private static final int ENOUGH = 10;

    private final Calls calls = new Calls(CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(4).minimumNumberOfCalls(2).build()), BulkheadRegistry.ofDefaults());

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 406, 415, 422})
    @DisplayName("G4: a question that is refused is a defect of who asks, and never cuts off everybody else")
    void refusalsDoNotOpenTheBreaker(int status) {
        for (int i = 0; i < ENOUGH; i++)
            assertThatThrownBy(() -> calls.ask("there", () -> answering(status)))
                    .isInstanceOf(FeignException.class);
        assertThat(calls.ask("there", () -> "here")).isEqualTo(new Answer.Fresh<>(Optional.of("here")));
    }

    @Test
    @DisplayName("what is not there is an answer")
    void notFoundIsAnAnswer() {
        for (int i = 0; i < ENOUGH; i++)
            assertThat(calls.ask("there", () -> answering(404))).isEqualTo(new Answer.Fresh<>(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503})
    @DisplayName("G4: an outage is not available, and after some of them is not even asked")
    void outagesOpenTheBreaker(int status) {
        for (int i = 0; i < ENOUGH; i++)
            assertThat(calls.ask("there", () -> answering(status))).isEqualTo(new Answer.NotAvailable<>("there"));
        assertThat(calls.<String>ask("there", () -> {
            throw new AssertionError("was asked");
        })).isEqualTo(new Answer.NotAvailable<>("there"));
    }

    private static String answering(int status) {
        var request = Request.create(Request.HttpMethod.GET, "/", Map.of(), null, StandardCharsets.UTF_8, null);
        throw FeignException.errorStatus("ask", Response.builder().status(status).request(request).headers(Map.of())
                .build());
    }
}
