package io.shopcare.acceptance.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.shopcare.acceptance.People;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.Api.Response;

/**
 * A client as every client of Shopcare should be: a command has a key, and is sent again under it until it is answered.
 * What it may not be answered, whatever is struck, is noted.
 */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final People people;
    private final Findings findings;
    private final LongAdder answered = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final Queue<String> sentAgain = new ConcurrentLinkedQueue<>();

    Client(People people, Findings findings) {
        this.people = people;
        this.findings = findings;
    }

    /** A command of a person, until it is answered for good. */
    Response command(String person, String path, Object body) {
        var key = Ids.next();
        return insist("POST " + path, () -> people.as(person).with("Idempotency-Key", key).post(path, body));
    }

    Response put(String person, String path, Object body) {
        return insist("PUT " + path, () -> people.as(person).put(path, body));
    }

    Response get(String person, String path) {
        return insist("GET " + path, () -> people.as(person).get(path));
    }

    /** A call of somebody without a person's token, until it is answered for good. */
    Response insist(String what, Supplier<Response> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var last = "never sent";
        while (System.nanoTime() < end) {
            try {
                var response = call.get();
                if (!isToBeRepeated(response.status())) {
                    answered.increment();
                    return response;
                }
                last = response.status() + " " + response.http().body();
                if (response.status() == 500)
                    findings.add("answered as a defect", what + ": " + last);
            } catch (IllegalStateException lost) {
                last = String.valueOf(lost.getCause());
            }
            sentAgain.add(what + ": " + last);
            repeated.increment();
            Pause.of(PAUSE);
        }
        throw new AssertionError(what + " was never answered; at last: " + last);
    }

    /** Looks again and again until something is so. */
    Response until(String what, Supplier<Response> look, Predicate<Response> holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var seen = look.get();
            if (holds.test(seen))
                return seen;
            if (System.nanoTime() > end)
                throw new AssertionError(what + " did not come about; at last: " + seen.status() + " "
                        + seen.http().body());
            Pause.of(PAUSE);
        }
    }

    Api as(String person) {
        return people.as(person);
    }

    Api nobody() {
        return people.nobody();
    }

    /** Commands and questions that were answered for good. */
    long answered() {
        return answered.sum();
    }

    /** How often something had to be sent again. */
    long repeated() {
        return repeated.sum();
    }

    /** What had to be sent again since the last time this was asked, and why. */
    List<String> repeatedSince() {
        var all = new ArrayList<String>();
        for (var one = sentAgain.poll(); one != null; one = sentAgain.poll())
            all.add(one);
        return all;
    }

    private static boolean isToBeRepeated(int status) {
        return status == 429 || status >= 500;
    }
}
