package io.shopcare.platform.calls;

import java.time.Instant;
import java.util.function.Function;

/**
 * What another service said, or an honest word that it could not be asked. Never a business answer made up here.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** Asked and answered just now. */
    record Fresh<T>(T value) implements Answer<T> {}

    /** The service was away; this is what it, or its events, said before. */
    record Copy<T>(T value, Instant asOf) implements Answer<T> {}

    /** The service was away and nothing is known. */
    record NotAvailable<T>(String service) implements Answer<T> {}

    /** The same answer, about something derived from it. */
    default <R> Answer<R> map(Function<T, R> change) {
        return switch (this) {
            case Fresh<T>(var value) -> new Fresh<>(change.apply(value));
            case Copy<T>(var value, var asOf) -> new Copy<>(change.apply(value), asOf);
            case NotAvailable<T>(var service) -> new NotAvailable<>(service);
        };
    }
}
