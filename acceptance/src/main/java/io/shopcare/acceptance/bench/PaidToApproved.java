package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.List;

/** From the moment at which an order was paid, as its event says, to {@code order.approved.v1} heard on the topic. */
final class PaidToApproved implements Flow {
    static final List<String> TOPICS = List.of("shopcare.order.orders");

    private final Buying buying;
    private final Heard heard;
    private final Recorder fromTheClick;

    /** @param fromTheClick takes how long it was from the buyer's click at the provider */
    PaidToApproved(Market market, Heard heard, Recorder fromTheClick) {
        this.buying = new Buying(market);
        this.heard = heard;
        this.fromTheClick = fromTheClick;
    }

    @Override
    public long run(long number, long due) throws InterruptedException {
        var placed = buying.place(number);
        var paid = heard.expect("order.paid.v1", placed.order());
        var approved = heard.expect("order.approved.v1", placed.order());
        long click = System.nanoTime();
        buying.pay(placed);
        var at = Heard.await(paid, "order.paid").at();
        var passed = Heard.await(approved, "order.approved");
        fromTheClick.took(passed.nanos() - click);
        return Duration.ofMillis(passed.millis() - at.toEpochMilli()).toNanos();
    }
}
