package io.shopcare.order.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures of the order desk equal a recount, whatever is delivered again or late. */
@Tag("O18")
class CountingOrdersTest {
    private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");
    private static final List<String> CODES = List.of("stock-short", "phone-invalid", "duplicate-order");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FiguresFollowOrders figures = new FiguresFollowOrders(TestDatabase.fresh(), meters);
    private final Random dice = new Random(18);

    /** An event as it was published. */
    private record Told(String orderId, long sequence, String type, Instant at, Map<String, Object> data) {}

    @Test
    @DisplayName("O18 random lives with repeats and late ones, in any order between orders: equal to a recount")
    void equalsARecount() {
        var lives = new ArrayList<List<Told>>();
        for (int order = 0; order < 300; order++)
            lives.add(life("order-" + order));
        deliver(lives);
        deliver(lives);
        for (int window = 0; window < 25; window++) {
            var from = MONDAY.plus(Duration.ofMinutes(dice.nextInt(5 * 24 * 60)));
            var until = from.plus(Duration.ofMinutes(1 + dice.nextInt(3 * 24 * 60)));
            assertThat(figures.of("nuanyang", from, until)).isEqualTo(recount(lives, from, until));
        }
        assertThat(figures.of("harbor", MONDAY, MONDAY.plus(Duration.ofDays(9))).audited()).isZero();
    }

    @Test
    @DisplayName("O18 median and p90 are those of the nearest rank; the share has four decimals; nothing is divided by none")
    void knowsItsDefinitions() {
        var lives = new ArrayList<List<Told>>();
        for (int second = 1; second <= 10; second++)
            lives.add(List.of(
                    told("o" + second, 1, "order.paid.v1", MONDAY, Map.of()),
                    told("o" + second, 2, second <= 7 ? "order.approved.v1" : "order.held.v1",
                            MONDAY.plusSeconds(second),
                            second <= 7
                                    ? Map.of("straightThrough", true)
                                    : Map.of("during", "audit", "holds", List.of(Map.of("code", "stock-short")))),
                    told("o" + second, 3, second <= 7 ? "order.shipped.v1" : "order.approved.v1",
                            MONDAY.plusSeconds(100 + second), second <= 7
                                    ? Map.of("complete", false)
                                    : Map.of("straightThrough", false))));
        deliver(lives);
        var seen = figures.of("nuanyang", MONDAY, MONDAY.plus(Duration.ofDays(1)));
        assertThat(seen.straightShare()).isEqualTo("0.7000");
        assertThat(seen.holds()).isEqualTo(Map.of("stock-short", 3L));
        deliver(lives);
        assertThat(counted("shopcare.audits.answered", "answer", "straight")).as("what comes again is not counted")
                .isEqualTo(7);
        assertThat(counted("shopcare.audits.answered", "answer", "held")).isEqualTo(3);
        assertThat(counted("shopcare.orders.came", "state", "approved")).isEqualTo(10);
        assertThat(seen.auditTime()).isEqualTo(new OrderFigures.AuditTime(10, 5_000L, 109_000L));
        assertThat(seen.hours()).singleElement().satisfies(hour -> assertThat(hour.states()).isEqualTo(Map.of("paid",
                10L, "held", 3L, "approved", 10L)));
        var empty = figures.of("nuanyang", MONDAY.minusSeconds(9), MONDAY);
        assertThat(empty.straightShare()).isNull();
        assertThat(empty.auditTime()).isEqualTo(new OrderFigures.AuditTime(0, null, null));
    }

    @Test
    @DisplayName("O18 O10 an order all of which has arrived but what goes back is counted as delivered, once")
    void countsWhatArrivedWithoutTheRest() {
        deliver(List.of(List.of(told("o1", 1, "order.paid.v1", MONDAY, Map.of()),
                told("o1", 2, "order.shipped.v1", MONDAY, Map.of("complete", true)),
                told("o1", 3, "order.delivered.v1", MONDAY, Map.of("complete", false)),
                told("o1", 4, "order.parcel-stopped.v1", MONDAY, Map.of("state", "delivered")),
                told("o1", 5, "order.parcel-returned.v1", MONDAY, Map.of("state", "delivered"))),
                List.of(told("o2", 1, "order.shipped.v1", MONDAY, Map.of("complete", true)),
                        told("o2", 2, "order.parcel-stopped.v1", MONDAY, Map.of("state", "shipped")),
                        told("o2", 3, "order.parcel-returned.v1", MONDAY, Map.of("state", "cancelled")),
                        told("o2", 4, "order.cancelled.v1", MONDAY, Map.of()))));
        assertThat(figures.of("nuanyang", MONDAY, MONDAY.plusSeconds(9)).hours()).singleElement()
                .satisfies(hour -> assertThat(hour.states())
                        .isEqualTo(Map.of("paid", 1L, "shipped", 2L, "delivered", 1L, "cancelled", 1L)));
    }

    @Test
    @DisplayName("O8a O18 what stopped an order after its audit is counted by reason, apart from what the audit held it for")
    void countsHoldsAfterTheAudit() {
        var held = List.of(told("o1", 1, "order.held.v1", MONDAY, Map.of("during", "audit", "holds",
                List.of(Map.of("code", "stock-short")))),
                told("o1", 2, "order.approved.v1", MONDAY, Map.of("straightThrough", false)),
                told("o1", 3, "order.held.v1", MONDAY, Map.of("during", "fulfilment", "holds",
                        List.of(Map.of("code", "refund-asked")))),
                told("o1", 4, "order.held.v1", MONDAY.plusSeconds(1), Map.of("during", "fulfilment", "holds",
                        List.of(Map.of("code", "refund-asked"), Map.of("code", "case-open")))));
        deliver(List.of(held));
        deliver(List.of(held));
        var seen = figures.of("nuanyang", MONDAY, MONDAY.plusSeconds(9));
        assertThat(seen.holds()).isEqualTo(Map.of("stock-short", 1L));
        assertThat(seen.otherHolds()).isEqualTo(Map.of("refund-asked", 2L, "case-open", 1L));
        assertThat(seen.hours()).singleElement().satisfies(hour -> assertThat(hour.states()).isEqualTo(Map.of("held",
                1L, "approved", 1L)));
    }

    @Test
    void runsAlongAnIndex() {
        deliver(List.of(life("order-1")));
        assertThat(figures.query("nuanyang", MONDAY, MONDAY.plus(Duration.ofDays(3)))
                .explain(org.bson.Document.class).toJson()).contains("IXSCAN", "fact.shop_1_fact.days_1")
                .doesNotContain("COLLSCAN");
    }

    /** Each order's events in sequence, as its partition has them, some delivered again; between orders by the dice. */
    private void deliver(List<List<Told>> lives) {
        var subscription = FiguresFollowOrders.figuresOfOrders(figures);
        var next = new HashMap<Integer, Integer>();
        var open = new ArrayList<Integer>();
        for (int i = 0; i < lives.size(); i++)
            open.add(i);
        while (!open.isEmpty()) {
            int life = open.get(dice.nextInt(open.size()));
            int at = next.getOrDefault(life, 0);
            var events = lives.get(life);
            int again = dice.nextInt(4) == 0 ? dice.nextInt(at + 1) : at; // a redelivery goes back and comes again
            for (int i = again; i <= at; i++) {
                var told = events.get(i);
                subscription.deliver(new EventMeta("shopcare.order.orders", told.orderId() + "-" + told.sequence(),
                        told.type(), told.orderId(), told.sequence(), told.at(), Actor.system("test")),
                        (JsonNode) Json.WIRE.valueToTree(told.data()));
            }
            next.put(life, at + 1);
            if (at + 1 == events.size())
                open.remove((Integer) life);
        }
    }

    private List<Told> life(String id) {
        var at = MONDAY.plusMillis(dice.nextInt(6 * 24 * 3_600_000));
        var events = new ArrayList<Told>();
        long seq = 0;
        events.add(told(id, ++seq, "order.placed.v1", at, Map.of()));
        if (dice.nextInt(9) == 0)
            events.add(told(id, ++seq, "order.held.v1", at, Map.of("during", "payment", "holds", List.of(Map.of("code",
                    "wait-for-buyer")))));
        if (dice.nextInt(8) == 0) {
            events.add(told(id, ++seq, "order.cancelled.v1", later(at), Map.of()));
            return events;
        }
        at = later(at);
        events.add(told(id, ++seq, "order.paid.v1", at, Map.of()));
        at = at.plusMillis(dice.nextInt(500));
        boolean held = dice.nextInt(3) == 0;
        if (held) {
            events.add(told(id, ++seq, "order.held.v1", at, Map.of("during", "audit", "holds", List.of(Map.of("code",
                    CODES.get(dice.nextInt(3))), Map.of("code", "remote-area")))));
            at = later(at);
            if (dice.nextInt(5) == 0) {
                events.add(told(id, ++seq, "order.rejected.v1", at, Map.of()));
                events.add(told(id, ++seq, "order.cancelled.v1", at, Map.of()));
                return events;
            }
        }
        events.add(told(id, ++seq, "order.approved.v1", at, Map.of("straightThrough", !held)));
        if (dice.nextInt(4) == 0)
            events.add(told(id, ++seq, "order.held.v1", at, Map.of("during", "fulfilment", "holds", List.of(Map.of(
                    "code", "case-open"), Map.of("code", "address-changed")))));
        at = later(at);
        events.add(told(id, ++seq, "order.shipped.v1", at, Map.of("complete", false)));
        events.add(told(id, ++seq, "order.shipped.v1", later(at), Map.of("complete", true)));
        events.add(told(id, ++seq, "order.delivered.v1", later(at), Map.of("complete", true)));
        events.add(told(id, ++seq, "order.delivered.v1", later(at), Map.of("complete", true)));
        return events;
    }

    private Instant later(Instant at) {
        return at.plusMillis(1 + dice.nextInt(20 * 3_600_000));
    }

    private static Told told(String id, long sequence, String type, Instant at, Map<String, Object> data) {
        var all = new HashMap<>(data);
        all.put("shop", "nuanyang");
        return new Told(id, sequence, type, at, all);
    }

    /** From the events themselves, one after the other. */
    private static OrderFigures recount(List<List<Told>> lives, Instant from, Instant until) {
        var hours = new TreeMap<Instant, Map<String, Long>>();
        var holds = new TreeMap<String, Long>();
        var otherHolds = new TreeMap<String, Long>();
        var times = new ArrayList<Long>();
        long audited = 0;
        long straight = 0;
        for (var life : lives) {
            var seen = new ArrayList<String>();
            Instant paid = Instant.EPOCH;
            boolean answered = false;
            for (var told : life) {
                var state = told.type().substring(6, told.type().length() - 3);
                boolean in = !told.at().isBefore(from) && told.at().isBefore(until);
                boolean inFulfilment = state.equals("held") && !"audit".equals(told.data().get("during"));
                if (in && inFulfilment)
                    for (var hold : (List<?>) told.data().get("holds"))
                        otherHolds.merge(String.valueOf(((Map<?, ?>) hold).get("code")), 1L, Long::sum);
                if (seen.contains(state) || inFulfilment || Boolean.FALSE.equals(told.data().get("complete")))
                    continue;
                seen.add(state);
                if (state.equals("paid"))
                    paid = told.at();
                if (in)
                    hours.computeIfAbsent(told.at().truncatedTo(ChronoUnit.HOURS), hour -> new TreeMap<>()).merge(state,
                            1L, Long::sum);
                if (in && state.equals("held"))
                    for (var hold : (List<?>) told.data().get("holds"))
                        holds.merge(String.valueOf(((Map<?, ?>) hold).get("code")), 1L, Long::sum);
                if (!answered && (state.equals("held") || state.equals("approved"))) {
                    answered = true;
                    audited += in ? 1 : 0;
                    straight += in && state.equals("approved") ? 1 : 0;
                }
                if (in && (state.equals("approved") || state.equals("rejected")))
                    times.add(Duration.between(paid, told.at()).toMillis());
            }
        }
        times.sort(Long::compare);
        return new OrderFigures("nuanyang", from, until,
                hours.entrySet().stream().map(hour -> new OrderFigures.Hour(hour.getKey(), hour.getValue())).toList(),
                audited, straight, audited == 0
                        ? null
                        : "%.4f".formatted(Math.floor(10_000.0 * straight / audited + 0.5) / 10_000),
                holds, new OrderFigures.AuditTime(times.size(), times.isEmpty()
                        ? null
                        : times.get((times.size() + 1)
                                / 2 - 1),
                        times.isEmpty() ? null : times.get((9 * times.size() + 9) / 10 - 1)),
                otherHolds);
    }

    private double counted(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).counter().count();
    }
}
