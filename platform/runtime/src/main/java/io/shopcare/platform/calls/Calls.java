package io.shopcare.platform.calls;

import java.util.Optional;
import java.util.function.Supplier;

import feign.FeignException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks another service through a circuit breaker and a bulkhead of its name. Deadlines are the client's
 * ({@code spring.cloud.openfeign.client.config}). Nothing is repeated here; below, a question that only reads is put to
 * another instance of the service when one does not answer ({@link ServiceAddresses}).
 */
public final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    /** With the breakers and bulkheads of the program. */
    public Calls(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    /**
     * The service's answer; empty inside where it says that there is no such thing (404).
     *
     * @throws FeignException when the service says that the question itself is wrong (other 4xx): a defect, not an
     *         outage, so that it does not count against the service
     */
    public <T> Answer<Optional<T>> ask(String service, Supplier<T> question) {
        var breaker = breakers.circuitBreaker(service);
        var bulkhead = bulkheads.bulkhead(service);
        Supplier<Optional<T>> asked;
        try {
            asked = bulkhead.executeSupplier(() -> breaker.executeSupplier(() -> heard(question)));
        } catch (CallNotPermittedException | BulkheadFullException e) {
            return new Answer.NotAvailable<>(service);
        } catch (RuntimeException e) {
            log.warn("{} is not available: {}", service, e.toString());
            return new Answer.NotAvailable<>(service);
        }
        return new Answer.Fresh<>(asked.get());
    }

    /** What the service said, to be looked at when the breaker has counted it as answered; throws what is an outage. */
    private static <T> Supplier<Optional<T>> heard(Supplier<T> question) {
        try {
            var answer = Optional.of(question.get());
            return () -> answer;
        } catch (FeignException.NotFound e) {
            return Optional::empty;
        } catch (FeignException e) {
            if (!isRefused(e))
                throw e;
            return () -> {
                throw e;
            };
        }
    }

    /** It did answer, and would answer the same again: not a matter of who asks or how often. */
    private static boolean isRefused(FeignException e) {
        return e.status() >= 400 && e.status() < 500 && e.status() != 401 && e.status() != 429;
    }
}
