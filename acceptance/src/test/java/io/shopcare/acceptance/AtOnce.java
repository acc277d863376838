package io.shopcare.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import io.shopcare.platform.testkit.services.Api;

/** Several people act in the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** What came of each, in the order of the acts; an act that fails ends the story. */
    static <T> List<T> all(List<Callable<T>> acts) {
        var go = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = acts.stream().map(act -> people.submit(() -> {
                go.await();
                return act.call();
            })).toList();
            go.countDown();
            return pending.stream().map(AtOnce::result).toList();
        }
    }

    /** As a client does that is told to come back: the same again, under the same key, until there is an answer. */
    static Api.Response answered(Supplier<Api.Response> request) {
        return Journal.until("an answer", Duration.ofSeconds(60), request,
                answer -> answer.status() != 503 && answer.status() != 504);
    }

    private static <T> T result(Future<T> pending) {
        try {
            return pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of those who acted at once failed: " + e.getCause(), e.getCause());
        }
    }
}
