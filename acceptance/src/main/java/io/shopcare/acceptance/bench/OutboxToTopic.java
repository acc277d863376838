package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast outboxes empty. While the broker is frozen, commands are accepted and their events wait with them; then it goes
 * on, and the time is taken until all of them are on the topic. So commands and relay do not share the processor.
 */
final class OutboxToTopic {
    static final List<String> TOPICS = List.of("shopcare.order.orders");
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Market market;
    private final Programs programs;
    private final Heard heard;

    OutboxToTopic(Market market, Programs programs, Heard heard) {
        this.market = market;
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
        var placed = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (int user = 0; user < AT_ONCE; user++)
            threads.add(Thread.ofVirtual().start(() -> {
                for (long number = next.getAndIncrement(); number < events; number = next.getAndIncrement()) {
                    market.buyer(first + number).post("/api/order/orders", Market.order(first + number)).expect(201,
                            "placing");
                    placed.incrementAndGet();
                }
            }));
        for (var thread : threads)
            thread.join();
        return placed.get();
    }
}
