package io.shopcare.platform.events;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What a consumer does after its handler failed. While something around is away, the record is tried again for ever, with
 * growing pauses that stay far below the poll interval; what fails by itself is tried again for a while and parked then;
 * what can't be read is parked at once. Nothing of the partition overtakes meanwhile.
 */
final class AfterFailure {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST_BY_ITSELF = Duration.ofSeconds(2);

    private AfterFailure() {}

    static DefaultErrorHandler of(Dispatcher dispatcher, EventSettings settings) {
        var handler = new DefaultErrorHandler((record, thrown) -> dispatcher.park(text(record), thrown),
                whileAway(settings));
        handler.setBackOffFunction((record, thrown) -> backOff(thrown, settings));
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private static BackOff backOff(Throwable thrown, EventSettings settings) {
        return switch (HandlerFailure.in(thrown)) {
            case HandlerFailure.Around _ -> whileAway(settings);
            case HandlerFailure.Unreadable _ -> new FixedBackOff(0, 0);
            default -> byItself(settings);
        };
    }

    private static BackOff whileAway(EventSettings settings) {
        var backOff = new ExponentialBackOff(FIRST.toMillis(), 2);
        backOff.setMaxInterval(settings.pauseAtMost().toMillis());
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        return backOff;
    }

    private static BackOff byItself(EventSettings settings) {
        var backOff = new ExponentialBackOff(FIRST.toMillis(), 2);
        backOff.setMaxInterval(LONGEST_BY_ITSELF.toMillis());
        backOff.setMaxElapsedTime(settings.retryFor().toMillis());
        return backOff;
    }

    @SuppressWarnings("unchecked") // the consumers' deserializers make texts of both
    private static ConsumerRecord<String, String> text(ConsumerRecord<?, ?> record) {
        return (ConsumerRecord<String, String>) record;
    }
}
