package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast outboxes empty. While the broker is frozen, SKUs are revised and their events wait with them; then it goes on,
 * and the time is taken until all of them are on the topic. So commands and relay do not share the processor; nor does
 * much else, since hardly anybody acts on a SKU's event.
 */
final class OutboxToTopic {
    static final List<String> TOPICS = List.of("shopcare.order.skus");
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Person keeper;
    private final Programs programs;
    private final Heard heard;

    /** @param keeper of the catalogue, at the service's own door */
    OutboxToTopic(Person keeper, Programs programs, Heard heard) {
        this.keeper = keeper;
        this.programs = programs;
        this.heard = heard;
    }

    /** @param events how many wait when the broker comes back, one in each outbox */
    Measured run(long first, int events) throws InterruptedException {
        long heardBefore = settled();
        long done;
        programs.signal("broker", "STOP");
        try {
            done = fill(first, events);
        } finally {
            programs.signal("broker", "CONT");
        }
        long from = System.nanoTime();
        var before = programs.usage();
        while (heard.count() - heardBefore < done)
            if (System.nanoTime() - from > PATIENCE.toNanos())
                break;
            else
                Thread.sleep(1);
        long there = heard.count() - heardBefore;
        double seconds = (System.nanoTime() - from) / 1e9;
        var used = programs.usage().since(before);
        var cpu = new LinkedHashMap<String, Double>();
        used.cpu().forEach((program, millis) -> cpu.put(program, millis / Math.max(1, there)));
        Map<String, Long> errors = there < done ? Map.of("not on the topic", done - there) : Map.of();
        return new Measured("outbox to topic", done + " waiting", 0, seconds, there, there / seconds,
                new Recorder().times(), errors, cpu, used.resident(), 0, 0, Map.of());
    }

    /** Waits until nothing comes any more that was begun before. */
    private long settled() throws InterruptedException {
        long seen = -1;
        while (seen != heard.count()) {
            seen = heard.count();
            Thread.sleep(Duration.ofSeconds(2));
        }
        return seen;
    }

    private long fill(long first, int events) throws InterruptedException {
        var next = new AtomicLong();
        var revised = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (int user = 0; user < AT_ONCE; user++)
            threads.add(Thread.ofVirtual().start(() -> {
                for (long number = next.getAndIncrement(); number < events; number = next.getAndIncrement()) {
                    keeper.put("/api/order/skus/OUTBOX-%04d?shop=%s".formatted(number, Market.SHOP), Map.of("title",
                            "outbox " + (first + number), "category", "home", "price", Map.of("amount", "49.00",
                                    "currency", "CNY"),
                            "grams", 350, "onSale", false)).expect(200, "revising");
                    revised.incrementAndGet();
                }
            }));
        for (var thread : threads)
            thread.join();
        return revised.get();
    }
}
