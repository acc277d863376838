package io.shopcare.platform.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.sample.Alarm;
import io.shopcare.platform.sample.Box;
import io.shopcare.platform.testkit.services.WatchedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has just looked at an aggregate decides on what was seen, and is never the worse for it. */
class LookAndDecideTest {
    private final WatchedDatabase watched = WatchedDatabase.fresh();
    private final MongoDatabase database = watched.database();
    /** Two programs. */
    private final AggregateStore<Box> boxes = TestStores.on(database, Clock.fixed(AggregateStoreContract.NOON,
            ZoneOffset.UTC)).of(Box.TYPE);
    private final AggregateStore<Box> others = TestStores.on(database, Clock.fixed(AggregateStoreContract.NOON,
            ZoneOffset.UTC)).of(Box.TYPE);
    private final String id = Ids.next();

    @BeforeEach
    void aBoxForTwo() {
        aBox(id);
    }

    /** By a third program, which is not there any more. */
    private void aBox(String id) {
        TestStores.on(database, Clock.fixed(AggregateStoreContract.NOON, ZoneOffset.UTC)).of(Box.TYPE)
                .create(id, command("open"), () -> Box.open("s", "o", 2, AggregateStoreContract.NOON)).orThrow();
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    @DisplayName("a look and a decision are one read and one write")
    void readsOnce() {
        watched.forget();

        boxes.find(id);
        var done = boxes.decide(id, command("a"), box -> box.put("pen")).orThrow();

        assertThat(watched.asked()).containsExactly("find boxes", "update boxes");
        assertThat(done.stored().version()).isEqualTo(2);
        assertThat(boxes.find(id).orElseThrow()).isEqualTo(done.stored());
    }

    @Test
    @DisplayName("G6 what another has written since the look is seen by the decision, and nothing of it is lost")
    void seesWhatOthersWrote() {
        boxes.find(id);
        others.decide(id, command("theirs"), box -> box.put("ink")).orThrow();

        var done = boxes.decide(id, command("mine"), box -> box.put("pen")).orThrow();

        assertThat(done.stored().version()).isEqualTo(3);
        assertThat(done.answers()).containsEntry("number", 2);
    }

    @Test
    @DisplayName("nobody is refused by what was so when they looked")
    void refusesByWhatIsSoNow() {
        others.decide(id, command("first"), box -> box.put("ink")).orThrow();
        others.decide(id, command("second"), box -> box.put("ink")).orThrow();
        boxes.find(id); // full
        others.decide(id, command("third"), box -> Decision.accept(new Box(box.shop(), box.owner(), 0, 2, false, box
                .worth(), box.opened()))).orThrow();

        assertThat(boxes.decide(id, command("mine"), box -> box.put("pen"))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    @DisplayName("G6 a twin of the command that came through since the look is answered as a repeat")
    void knowsItsTwin() {
        boxes.find(id);
        others.decide(id, command("same"), box -> box.put("pen")).orThrow();

        var repeat = boxes.decide(id, command("same"), box -> box.put("pen")).orThrow();

        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.stored().aggregate().things()).isEqualTo(1);
    }

    @Test
    @DisplayName("G6 a twin that had nothing to do and came through since the look is one too, though it made no version")
    void knowsItsIdleTwin() {
        boxes.find(id);
        others.decide(id, command("same"), Decision::unchanged).orThrow();

        var repeat = boxes.decide(id, command("same"), box -> box.put("pen")).orThrow();

        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.stored().version()).isEqualTo(1);
    }

    @Test
    @DisplayName("a look counts for one decision, and for the aggregate that was looked at")
    void isTakenOnce() {
        var other = Ids.next();
        aBox(other);
        boxes.find(id);
        watched.forget();

        boxes.decide(other, command("a"), box -> box.put("pen")).orThrow();
        boxes.decide(id, command("b"), box -> box.put("pen")).orThrow();

        assertThat(watched.asked()).containsExactly("find boxes", "update boxes", "find boxes", "update boxes");
    }

    @Test
    @DisplayName("who made or moved it last moves it on without reading it, and remembers every command and event of it")
    void movesOnWhatItWrote() {
        var own = Ids.next();
        watched.forget();
        boxes.create(own, command("open"), () -> Box.open("s", "o", 9, AggregateStoreContract.NOON)).orThrow();
        for (var key : List.of("a", "b", "c"))
            boxes.decide(own, command(key), box -> box.put("pen")).orThrow();
        var heard = CommandContext.ofEvent("heard", "there/it", 4);
        boxes.decide(own, heard, box -> box.put("cap")).orThrow();
        boxes.decide(own, command("d"), box -> box.put("cup")).orThrow();
        assertThat(watched.asked()).containsExactly("insert boxes", "update boxes", "update boxes", "update boxes",
                "update boxes", "update boxes");

        for (var key : List.of("open", "a", "b", "c", "d"))
            assertThat(boxes.decide(own, command(key), box -> box.put("pen")).orThrow().repeated()).isTrue();
        assertThat(boxes.decide(own, heard, box -> box.put("cap")).orThrow().repeated()).isTrue();
        assertThat(others.find(own).orElseThrow()).extracting(Stored::version, it -> it.aggregate().things())
                .containsExactly(6L, 5);
    }

    @Test
    @DisplayName("what another program wrote since is seen by the next decision, at the cost of one write in vain")
    void seesWhatAnotherWroteSince() {
        boxes.decide(id, command("a"), box -> box.put("pen")).orThrow();
        others.decide(id, command("theirs"), box -> box.put("ink")).orThrow();
        watched.forget();
        assertThat(boxes.decide(id, command("b"), box -> box.put("cup"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(others.find(id).orElseThrow().version()).isEqualTo(3);
        boxes.decide(id, command("c"), box -> Decision.accept(new Box(box.shop(), box.owner(), 0, 2, false, box.worth(),
                box.opened()))).orThrow();
        others.decide(id, command("theirs too"), box -> box.put("ink")).orThrow();
        watched.forget();
        boxes.decide(id, command("d"), box -> box.put("cup")).orThrow();
        assertThat(watched.asked()).containsExactly("update boxes", "find boxes", "update boxes");
    }

    @Test
    @DisplayName("a version that the caller expects is compared with what is stored, not with what was written last")
    void comparesTheVersionThatIsStored() {
        boxes.decide(id, command("a"), box -> box.put("pen")).orThrow();
        assertThat(boxes.decide(id, expecting(1), box -> box.put("cup"))).isInstanceOf(
                Outcome.Rejected.class);
        assertThat(boxes.decide(id, expecting(2), box -> box.put("cup"))).isInstanceOf(
                Outcome.Accepted.class);
    }

    @Test
    @DisplayName("who says no by throwing says it to what is stored, not to what was written last")
    void throwsByWhatIsStored() {
        boxes.decide(id, command("a"), box -> box.put("pen")).orThrow();
        others.decide(id, command("theirs"), box -> box.put("ink")).orThrow();
        var done = boxes.decide(id, command("b"), box -> {
            if (box.things() == 1)
                throw new RejectedException(Rejection.notNow("too-few"));
            return Decision.unchanged(box);
        });
        assertThat(done).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    @DisplayName("what was written before its type had deadlines can be given one")
    void givesADeadlineToWhatHadNone() {
        var alarm = Ids.next();
        var before = new AggregateType<>("alarm", Alarm.class, "alarms", "test.alarms", Alarm::shop);
        stores().of(before).create(alarm, command("set"), () -> Alarm.set(Alarm.Kind.SOUND, null, null)).orThrow();
        var now = stores().of(Alarm.TYPE);
        now.decide(alarm, command("move"), it -> it.move(AggregateStoreContract.NOON)).orThrow();
        now.decide(alarm, command("again"), it -> it.move(AggregateStoreContract.NOON.plusSeconds(1))).orThrow();
        assertThat(now.find(alarm).orElseThrow().version()).isEqualTo(3);
    }

    private AggregateStores stores() {
        return TestStores.on(database, Clock.fixed(AggregateStoreContract.NOON, ZoneOffset.UTC));
    }

    private static CommandContext expecting(long version) {
        var command = command("b");
        return new CommandContext(command.actor(), command.name(), command.key(), command.inbox(), version);
    }

    private static CommandContext command(String key) {
        return AggregateStoreContract.command(key);
    }
}
