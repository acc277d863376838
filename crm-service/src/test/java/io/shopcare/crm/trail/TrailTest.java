package io.shopcare.crm.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Both trails keep the same promises. */
class TrailTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Trail.Filter ALL = new Trail.Filter(null, true);

    static Stream<Trail> trails() {
        return Stream.of(new InMemoryTrail(), new MongoTrail(TestDatabase.fresh()));
    }

    @ParameterizedTest
    @MethodSource("trails")
    @DisplayName("C2: newest first, page by page, each entry once, also where many happened at the same moment")
    void pages(Trail trail) {
        for (int n = 0; n < 25; n++)
            trail.add(entry("e%02d".formatted(n), "lin", NOON.plusSeconds(n / 5), Kind.ORDER, false));
        trail.add(entry("other", "tom", NOON, Kind.ORDER, false));
        var read = new ArrayList<String>();
        Trail.@Nullable Place place = null;
        for (var page = trail.page("lin", ALL, null, 4); !page.isEmpty(); page = trail.page("lin", ALL, place, 4)) {
            page.forEach(entry -> read.add(entry.id()));
            place = new Trail.Place(page.getLast().at(), page.getLast().id());
        }
        assertThat(read).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @ParameterizedTest
    @MethodSource("trails")
    @DisplayName("C2: by kind, and without what is internal")
    void filters(Trail trail) {
        trail.add(entry("a", "lin", NOON, Kind.ORDER, false));
        trail.add(entry("b", "lin", NOON, Kind.ORDER, true));
        trail.add(entry("c", "lin", NOON, Kind.CASE, false));
        assertThat(ids(trail, new Trail.Filter(Kind.ORDER, true))).containsExactly("b", "a");
        assertThat(ids(trail, new Trail.Filter(Kind.ORDER, false))).containsExactly("a");
        assertThat(ids(trail, new Trail.Filter(null, false))).containsExactly("c", "a");
    }

    @ParameterizedTest
    @MethodSource("trails")
    @DisplayName("C2: the same entry again changes nothing, and reads as it was written")
    void bearsRepeats(Trail trail) {
        var entry = entry("a", "lin", NOON, Kind.ORDER, false);
        trail.add(entry);
        trail.add(entry);
        assertThat(trail.page("lin", ALL, null, 9)).containsExactly(entry);
    }

    private static List<String> ids(Trail trail, Trail.Filter filter) {
        return trail.page("lin", filter, null, 9).stream().map(TrailEntry::id).toList();
    }

    private static TrailEntry entry(String id, String customer, Instant at, Kind kind, boolean internal) {
        Map<String, JsonNode> facts = Map.of("paid", Json.WIRE.valueToTree(Money.of("1.00", "CNY")), "complete",
                Json.WIRE.valueToTree(true), "open", Json.WIRE.valueToTree(3));
        return new TrailEntry(id, customer, at, kind, "order.paid.v1", "o1", internal, Actor.staff("mei"), facts);
    }
}
