package io.shopcare.acceptance.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can be measured, with the load and the targets of each. */
final class Subjects {
    private static final Duration A_LIMIT = Duration.ofSeconds(6);

    private static final int WARMING_ROUNDS = 12;

    /** More orders than a run places. */
    private static final long MANY = 500_000;

    private final Wishes wishes;
    private final Ground ground;
    private final Programs programs;
    private final Market market;
    private final Report report;
    private final Measuring measuring;
    /** Orders of one run have other numbers than those of the run before. */
    private final long first;

    Subjects(Wishes wishes, Ground ground, Programs programs, Market market, Report report, Clock clock) {
        this.wishes = wishes;
        this.ground = ground;
        this.programs = programs;
        this.market = market;
        this.report = report;
        this.first = clock.instant().getEpochSecond() % 1_000_000 * 1_000;
        this.measuring = new Measuring(programs, Duration.ofSeconds(wishes.warmUp()), Duration.ofSeconds(wishes
                .seconds()));
    }

    /** Says whether all that was begun came to its end. */
    boolean run() throws InterruptedException {
        try (var limits = new BareLimits(market, ground, programs)) {
            return switch (wishes.subject()) {
                case "orders" -> orders(limits);
                case "audit" -> audit(limits);
                case "chat" -> chat(limits);
                case "gateway" -> gateway(limits);
                case "events" -> events(limits);
                default -> limit(limits);
            };
        }
    }

    private boolean orders(BareLimits limits) throws InterruptedException {
        var bare = show(limits.of(List.of(BareLimits.UPDATE, BareLimits.BROKER, BareLimits.THROUGH), A_LIMIT));
        try (var heard = new Heard(market.at().broker(), PlacedToShipped.TOPICS)) {
            var load = wishes.rate() > 0 ? new Load.Arrivals(wishes.rate()) : new Load.Users(wishes.usersOr(16));
            var found = ours("placed to shipped", load, new PlacedToShipped(market, heard), bare);
            report.verdict("orders a second, at least 20", found.rate(), found.rate() >= 20);
            report.verdict("CPU ms per order, at most 60", found.cpuOfAll(), found.cpuOfAll() <= 60);
            long errors = found.errorCount();
            if (wishes.data() > 1)
                errors += withMore(found, load, new PlacedToShipped(market, heard), bare);
            return errors == 0;
        }
    }

    private long withMore(Measured before, Load load, Flow flow, Map<String, Measured> bare)
            throws InterruptedException {
        Thread.sleep(A_LIMIT); // consumers catch up
        System.out.printf("    %d documents more%n", new MoreData(ground.database()).times(wishes.data()));
        var found = ours("the same with %d times the data".formatted(wishes.data()), load, (number, due) -> flow.run(
                number + MANY, due), bare);
        double cost = found.cpuOfAll() / before.cpuOfAll();
        report.verdict("CPU per order against before, at most 1.3", cost, cost <= 1.3);
        return found.errorCount();
    }

    private boolean audit(BareLimits limits) throws InterruptedException {
        double rate = wishes.rateOr(30);
        var bare = show(Map.of(BareLimits.UPDATE, limits.at(rate, BareLimits.UPDATE, A_LIMIT), BareLimits.BROKER,
                limits.at(rate, BareLimits.BROKER, A_LIMIT)));
        try (var heard = new Heard(market.at().broker(), PaidToApproved.TOPICS)) {
            var clicks = new Recorder();
            var found = ours("paid to approved", new Load.Arrivals(rate), new PaidToApproved(market, heard, clicks),
                    bare);
            System.out.printf("    from the click at the provider: p50 %.1f ms, p99 %.1f ms (warm-up too)%n", clicks
                    .times().p50(), clicks.times().p99());
            report.verdict("p99 ms from paid to approved at " + found.load() + ", under 100", found.times().p99(), found
                    .done() > 0 && found.times().p99() < 100);
            return found.errorCount() == 0;
        }
    }

    private boolean chat(BareLimits limits) throws InterruptedException {
        double rate = wishes.rateOr(200);
        var echo = report.add(limits.at(rate, BareLimits.ECHO, A_LIMIT));
        var update = report.add(limits.at(rate, BareLimits.UPDATE, A_LIMIT));
        try (var flow = new PostedToHeard(market, wishes.usersOr(200))) {
            var found = ours("posted to heard", new Load.Arrivals(rate), flow, Map.of(BareLimits.ECHO, echo,
                    BareLimits.UPDATE, update));
            double floor = echo.times().p99() + update.times().p99();
            report.verdict("p99 of echo and update together, at most twice", found.times().p99() / floor, found.times()
                    .p99() <= 2 * floor);
            report.verdict("messages heard twice, none", flow.doubled(), flow.doubled() == 0);
            report.verdict("messages lost or refused, none", found.errorCount() + flow.refused(), found.errorCount()
                    + flow.refused() == 0);
            return found.errorCount() + flow.doubled() + flow.refused() == 0;
        }
    }

    private boolean gateway(BareLimits limits) throws InterruptedException {
        var time = Duration.ofSeconds(wishes.seconds());
        compare("empty endpoint", report.add(limits.one(BareLimits.DIRECT, time)), report.add(limits.one(
                BareLimits.THROUGH, time)));
        var path = "/api/order/skus/" + Market.sku(0) + "?shop=" + Market.SHOP;
        var direct = read("an article, direct", new Wire(ground.orderService()), path);
        var through = read("an article, gateway", market.gateway(), path);
        compare("an article", direct, through);
        return direct.errorCount() + through.errorCount() == 0;
    }

    private Measured read(String name, Wire wire, String path) throws InterruptedException {
        var readers = market.buyers().map(buyer -> new Person(wire, buyer.headers())).toList();
        return report.add(measuring.run(name, new Load.Users(wishes.usersOr(4)), (number, due) -> {
            readers.get((int) (number % readers.size())).get(path).expect(200, "reading");
            return System.nanoTime() - due;
        }));
    }

    private void compare(String what, Measured direct, Measured through) {
        double added = through.times().p50() - direct.times().p50();
        report.verdict(what + ": ms p50 that the gateway adds, at most 2", added, added <= 2);
        report.verdict(what + ": share of the direct throughput, aim 0.6", through.rate() / direct.rate(), through
                .rate() >= 0.6 * direct.rate());
    }

    private boolean events(BareLimits limits) throws InterruptedException {
        var inSequence = report.add(limits.one(BareLimits.BROKER, A_LIMIT));
        var together = report.add(limits.one(BareLimits.BROKER_TOGETHER, A_LIMIT));
        try (var heard = new Heard(market.at().broker(), OutboxToTopic.TOPICS)) {
            var keeper = new Person(new Wire(ground.orderService()), market.person("ku").headers());
            var outbox = new OutboxToTopic(keeper, programs, heard);
            for (int round = 0; round < WARMING_ROUNDS; round++)
                outbox.run(first + round * 1_000L, 1_000);
            var found = compared(outbox.run(first + WARMING_ROUNDS * 1_000L, 3_000), Map.of(
                    BareLimits.BROKER, inSequence, BareLimits.BROKER_TOGETHER, together));
            report.add(found);
            System.out.print(Report.details(found));
            double share = found.rate() / inSequence.rate();
            report.verdict("share of the broker's rate in sequence, at least 0.3", share, share >= 0.3);
            return found.errorCount() == 0;
        }
    }

    private boolean limit(BareLimits limits) throws InterruptedException {
        show(limits.of(BareLimits.ALL, Duration.ofSeconds(wishes.seconds())));
        return true;
    }

    private Measured ours(String name, Load load, Flow flow, Map<String, Measured> bare) throws InterruptedException {
        var found = compared(measuring.run(name, load, (number, due) -> flow.run(first + number, due)), bare);
        report.add(found);
        System.out.print(Report.details(found));
        return found;
    }

    private Map<String, Measured> show(Map<String, Measured> limits) {
        limits.values().forEach(report::add);
        return limits;
    }

    /** How much of a bare limit's rate, and how many times its median and p99. */
    static Measured compared(Measured found, Map<String, Measured> bare) {
        var ratios = new TreeMap<String, Double>();
        bare.forEach((name, limit) -> {
            ratios.put("rate / " + name, found.rate() / limit.rate());
            if (found.times().p50() > 0) {
                ratios.put("p50 / " + name, found.times().p50() / limit.times().p50());
                ratios.put("p99 / " + name, found.times().p99() / limit.times().p99());
            }
        });
        return found.with(ratios);
    }
}
