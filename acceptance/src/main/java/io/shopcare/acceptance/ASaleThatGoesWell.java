package io.shopcare.acceptance;

import java.time.Clock;
import java.util.stream.Stream;

/**
 * Story S1, shortened, and a return after it: a buyer asks, an agent answers and promises; the order is placed, paid,
 * audited, fulfilled, delivered; a case returns one line and refunds it; the customer's profile shows it all. Can be
 * played again and again on the same data.
 */
final class ASaleThatGoesWell {
    private final Sale sale;

    ASaleThatGoesWell(Surroundings at, People people, Journal journal, Clock clock) {
        this.sale = new Sale(at, people, journal, clock);
    }

    /** What has come of it, once it was played. */
    Sale sale() {
        return sale;
    }

    void play() {
        Stream.of(new Preparing(sale), new Consulting(sale), new Ordering(sale), new Fulfilling(sale),
                new Returning(sale), new LookingBack(sale)).forEach(Chapter::play);
    }
}
