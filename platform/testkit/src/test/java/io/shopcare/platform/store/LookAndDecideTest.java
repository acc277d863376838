package io.shopcare.platform.store;

import java.time.Clock;
import java.time.ZoneOffset;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
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
        boxes.create(id, command("open"), () -> Box.open("s", "o", 2, AggregateStoreContract.NOON)).orThrow();
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
        boxes.create(other, command("open"), () -> Box.open("s", "o", 2, AggregateStoreContract.NOON)).orThrow();
        boxes.find(id);
        watched.forget();

        boxes.decide(other, command("a"), box -> box.put("pen")).orThrow();
        boxes.decide(id, command("b"), box -> box.put("pen")).orThrow();

        assertThat(watched.asked()).containsExactly("find boxes", "update boxes", "find boxes", "update boxes");
    }

    private static CommandContext command(String key) {
        return AggregateStoreContract.command(key);
    }
}
