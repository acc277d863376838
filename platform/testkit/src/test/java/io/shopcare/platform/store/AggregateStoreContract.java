package io.shopcare.platform.store;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.commands.CommandKey;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.sample.Box;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of aggregates promises, in memory and on a database. */
abstract class AggregateStoreContract {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    abstract AggregateStore<Box> boxes();

    @Test
    void findsWhatWasCreated() {
        var id = anOpenBox(3);

        assertThat(boxes().find(id)).hasValueSatisfying(stored -> {
            assertThat(stored.version()).isEqualTo(1);
            assertThat(stored.aggregate())
                    .isEqualTo(((Decision.Accepted<Box>) Box.open("s", "o", 3, NOON)).aggregate());
        });
        assertThat(boxes().find("no-such")).isEmpty();
    }

    @Test
    void writesWhatTheAggregateDecides() {
        var id = anOpenBox(3);

        var outcome = boxes().decide(id, command("a"), box -> box.put("pen")).orThrow();

        assertThat(outcome.stored().version()).isEqualTo(2);
        assertThat(outcome.answers()).containsEntry("number", 1);
        assertThat(boxes().find(id).orElseThrow().aggregate().things()).isEqualTo(1);
    }

    @Test
    void writesNothingWhenTheAggregateRefuses() {
        var id = anOpenBox(0);

        var outcome = boxes().decide(id, command("a"), box -> box.put("pen"));

        assertThat(outcome).isEqualTo(new Outcome.Rejected<>(Rejection.rule("box-full", java.util.Map.of("room", 0))));
        assertThat(boxes().find(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    @DisplayName("G6 answers a repeat with what the first call did, and does it once")
    void answersARepeat() {
        var id = anOpenBox(3);
        boxes().decide(id, command("same"), box -> box.put("pen"));

        var repeat = boxes().decide(id, command("same"), box -> box.put("pen")).orThrow();

        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.answers()).containsEntry("number", 1);
        assertThat(repeat.stored().aggregate().things()).isEqualTo(1);
    }

    @Test
    @DisplayName("G6 refuses a key that was used for something else")
    void refusesAReusedKey() {
        var id = anOpenBox(3);
        boxes().decide(id, command("key", "put pen"), box -> box.put("pen"));

        assertThat(boxes().decide(id, command("key", "put ink"), box -> box.put("ink")))
                .isInstanceOfSatisfying(Outcome.Rejected.class, refused -> assertThat(refused.rejection().kind())
                        .isEqualTo(Rejection.Kind.KEY_REUSED));
    }

    @Test
    void doesNotRememberRefusals() {
        var id = anOpenBox(0);
        boxes().decide(id, command("key"), box -> box.put("pen"));

        assertThat(boxes().decide(id, command("key"), Box::close)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void letsTwinsOfACreatingCommandMeetTheSameBox() {
        var context = command("create-" + Ids.next());

        var first = boxes().create(context.newId(), context, () -> Box.open("s", "o", 3, NOON)).orThrow();
        var twin = boxes().create(context.newId(), context, () -> Box.open("s", "o", 3, NOON)).orThrow();

        assertThat(twin.repeated()).isTrue();
        assertThat(twin.stored().id()).isEqualTo(first.stored().id());
    }

    @Test
    void refusesToCreateWhatAnotherCommandCreated() {
        var id = anOpenBox(3);

        assertThat(boxes().create(id, command("other"), () -> Box.open("s", "o", 3, NOON)))
                .isEqualTo(new Outcome.Rejected<>(Rejection.notNow("already-exists")));
    }

    @Test
    @DisplayName("G6 refuses a caller who has seen an older version")
    void refusesAStaleVersion() {
        var id = anOpenBox(3);
        boxes().decide(id, command("a"), box -> box.put("pen"));
        var context = command("b");
        var stale = new CommandContext(context.actor(), "put", context.key(), null, 1L);

        assertThat(boxes().decide(id, stale, box -> box.put("ink"))).isInstanceOfSatisfying(Outcome.Rejected.class,
                refused -> assertThat(refused.rejection().facts()).containsEntry("given", 1L)
                        .containsEntry("current", 2L));
    }

    @Test
    void answersEachEventOnceAndPassesOverOlderOnes() {
        var id = anOpenBox(9);
        for (long sequence : new long[]{1, 2, 2, 1, 3})
            boxes().decide(id, CommandContext.ofEvent("put", "topic/source", sequence), box -> box.put("pen"));

        assertThat(boxes().find(id).orElseThrow().aggregate().things()).isEqualTo(3);
    }

    @Test
    void losesNothingWhenManyDecideAtOnce() throws Exception {
        var id = anOpenBox(100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, 60).mapToObj(i -> (Callable<Outcome<Box>>) () -> boxes().decide(id,
                    command("put-" + i), box -> box.put("pen"))).toList();
            for (var put : threads.invokeAll(puts))
                put.get().orThrow();
        }
        assertThat(boxes().find(id).orElseThrow().aggregate().things()).isEqualTo(60);
    }

    @Test
    void doesACommandOnceWhenItsTwinsComeAtOnce() throws Exception {
        var id = anOpenBox(100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, 20).mapToObj(i -> (Callable<Outcome<Box>>) () -> boxes().decide(id,
                    command("the-one"), box -> box.put("pen"))).toList();
            for (var put : threads.invokeAll(puts))
                assertThat(put.get().orThrow().answers()).containsEntry("number", 1);
        }
        assertThat(boxes().find(id).orElseThrow().aggregate().things()).isEqualTo(1);
    }

    @Test
    @DisplayName("G6 remembers a command that had nothing to do: its repeat does nothing either, its key is no other command's")
    void remembersWhatHadNothingToDo() {
        var id = anOpenBox(3);
        var nothing = boxes().decide(id, command("key", "nothing"), Decision::unchanged).orThrow();

        var repeat = boxes().decide(id, command("key", "nothing"), box -> box.put("pen")).orThrow();

        assertThat(nothing.repeated()).isFalse();
        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.stored().version()).isEqualTo(1);
        assertThat(repeat.stored().aggregate().things()).isZero();
        assertThat(boxes().decide(id, command("key", "put pen"), box -> box.put("pen")))
                .isInstanceOfSatisfying(Outcome.Rejected.class, refused -> assertThat(refused.rejection().kind())
                        .isEqualTo(Rejection.Kind.KEY_REUSED));
    }

    @Test
    void losesNoKeyWhenSomeHaveNothingToDo() throws Exception {
        var id = anOpenBox(100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 24).mapToObj(i -> (Callable<Outcome<Box>>) () -> boxes().decide(id,
                    command("all-" + i), box -> i % 2 == 0 ? Decision.unchanged(box) : box.put("pen"))).toList();
            for (var one : threads.invokeAll(all))
                one.get().orThrow();
        }
        for (int i = 0; i < 24; i++)
            assertThat(boxes().decide(id, command("all-" + i), box -> box.put("ink")).orThrow().repeated()).isTrue();
    }

    @Test
    void repeatsWhatIsSoWithoutAWrite() {
        var id = anOpenBox(3);
        boxes().decide(id, command("a"), Box::close);

        assertThat(boxes().decide(id, command("b"), Box::close).orThrow().stored().version()).isEqualTo(2);
    }

    @Test
    void createsWhereNothingIsAndDecidesWhereSomethingIs() {
        var id = Ids.next();
        for (int i = 0; i < 3; i++)
            boxes().decideOrCreate(id, command("c" + i), () -> Box.open("s", "o", 3, NOON), box -> box.put("pen"));

        assertThat(boxes().find(id).orElseThrow().aggregate().things()).isEqualTo(2);
    }

    @Test
    void letsEverybodyInWhoCreatesOrDecidesAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var id = Ids.next();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var puts = IntStream.range(0, 12).mapToObj(i -> (Callable<Outcome<Box>>) () -> boxes()
                        .decideOrCreate(id, command("put-" + i), () -> Box.open("s", "o", 100, NOON),
                                box -> box.put("pen")))
                        .toList();
                for (var put : threads.invokeAll(puts))
                    put.get().orThrow();
            }
            assertThat(boxes().find(id).orElseThrow().aggregate().things()).isEqualTo(11);
        }
    }

    String anOpenBox(int room) {
        var id = Ids.next();
        boxes().create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", room, NOON)).orThrow();
        return id;
    }

    static CommandContext command(String key) {
        return command(key, "body");
    }

    static CommandContext command(String key, String body) {
        return new CommandContext(Actor.staff("mei"), "put", CommandKey.of("mei", "put", key, body), null, null);
    }
}
