package io.shopcare.platform.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.testkit.services.WatchedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What a consumer knows does not depend on how often or how late it was told. */
class FactsTest {
    private record Seen(String shop, int things, List<Integer> numbers) {}

    private final WatchedDatabase watched = WatchedDatabase.fresh();
    private final Facts<Seen> facts = instance();

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void appliesTheNextRepeatsTheSameAndDropsTheOlder() {
        assertThat(put(1)).isEqualTo(Facts.Step.APPLIED);
        assertThat(put(2)).isEqualTo(Facts.Step.APPLIED);
        assertThat(put(2)).isEqualTo(Facts.Step.AGAIN);
        assertThat(put(1)).isEqualTo(Facts.Step.OLDER);
        assertThat(facts.find("box")).contains(new Seen("s", 2, List.of(1, 2)));
    }

    @Test
    void isTheSameAfterAReplayFromTheBeginning() {
        for (int round = 0; round < 3; round++)
            for (int n = 1; n <= 5; n++)
                put(n);
        assertThat(facts.find("box")).contains(new Seen("s", 5, List.of(1, 2, 3, 4, 5)));
    }

    @Test
    void isTheSameWhenTwoInstancesHearTheSame() throws Exception {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++)
            threads.add(Thread.startVirtualThread(() -> {
                for (int n = 1; n <= 20; n++)
                    put(n);
            }));
        for (var thread : threads)
            thread.join();
        assertThat(facts.find("box").orElseThrow().things()).isEqualTo(20);
        assertThat(facts.find("box").orElseThrow().numbers()).isSorted().hasSize(20);
    }

    @Test
    void findsByAnIndexedField() {
        put(1);
        assertThat(facts.where(Map.of("shop", "s"))).hasSize(1);
        assertThat(facts.where(Map.of("shop", "other"))).isEmpty();
    }

    @Test
    @DisplayName("who wrote a fact last applies the next event without reading it")
    void readsNothingOfWhatItWrote() {
        watched.forget();
        for (int n = 1; n <= 4; n++)
            assertThat(put(n)).isEqualTo(Facts.Step.APPLIED);
        assertThat(watched.asked()).containsExactly("insert facts_boxes", "update facts_boxes", "update facts_boxes",
                "update facts_boxes");
    }

    @Test
    @DisplayName("what another instance wrote meanwhile is read, and nothing of it is lost")
    void readsWhatAnotherWrote() {
        var other = instance();
        put(1);
        put(other, 2);
        assertThat(put(3)).isEqualTo(Facts.Step.APPLIED);
        assertThat(put(other, 3)).isEqualTo(Facts.Step.AGAIN);
        assertThat(put(other, 4)).isEqualTo(Facts.Step.APPLIED);
        assertThat(put(2)).isEqualTo(Facts.Step.OLDER);
        assertThat(put(4)).isEqualTo(Facts.Step.AGAIN);
        assertThat(facts.find("box").orElseThrow().numbers()).containsExactly(1, 2, 3, 4);
    }

    private Facts<Seen> instance() {
        return Facts.in(watched.database(), "facts_boxes", Seen.class, new Seen("?", 0, List.of())).indexed("shop");
    }

    private Facts.Step put(int number) {
        return put(facts, number);
    }

    private static Facts.Step put(Facts<Seen> facts, int number) {
        var event = new EventMeta("test.boxes", "box-" + number, "thing.put.v1", "box", number, Instant.EPOCH,
                Actor.staff("mei"));
        return facts.apply(event, seen -> {
            var numbers = new ArrayList<>(seen.numbers());
            numbers.add(number);
            return new Seen("s", seen.things() + 1, Collections.unmodifiableList(numbers));
        });
    }
}
