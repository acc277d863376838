package io.shopcare.platform.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.common.TopicPartition;

import io.shopcare.platform.events.ReadModel.Kept;
import io.shopcare.platform.rebuild.Comparison.Unlike;

/**
 * Builds the read models anew and compares, while the live consumers go on. A document counts as different only if it
 * rested: it was the same before the end of its topics was looked up and after both sides had read that far, so both
 * speak of the very same events.
 */
final class RunRebuild {
    private static final int ROUNDS = 8;
    private static final Duration LIVE_IS_THERE = Duration.ofSeconds(90);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

    /** A document by its place. */
    private record Place(Kept kept, String id) {}

    private final MongoDatabase live;
    private final MongoDatabase database;
    private final Shadow shadow;
    private final Offsets offsets;
    private final List<Kept> kept;
    private final Rebuilds rebuilds;
    private final Clock clock;
    private Rebuild state;

    RunRebuild(Rebuild begun, MongoDatabase live, MongoDatabase database, Shadow shadow, Offsets offsets,
            List<Kept> kept, Rebuilds rebuilds, Clock clock) {
        this.state = begun;
        this.live = live;
        this.database = database;
        this.shadow = shadow;
        this.offsets = offsets;
        this.kept = kept;
        this.rebuilds = rebuilds;
        this.clock = clock;
    }

    /** @throws LiveIsBehindException when the live consumers do not come on */
    Rebuild run() {
        catchUp();
        var suspects = compare();
        var found = new ArrayList<Difference>();
        for (int round = 1; round < ROUNDS && !suspects.isEmpty() && suspects.size() < Comparison.MOST; round++) {
            catchUp();
            suspects = stillUnlike(suspects, found);
        }
        boolean tooMany = suspects.size() >= Comparison.MOST; // something is wrong in general: not looked at again
        suspects.forEach((place, unlike) -> found.add(new Difference(place.kept().collection(), place.id(),
                tooMany ? unlike.kind() : Difference.Kind.MOVING)));
        return state.finished(found, clock.instant());
    }

    private void catchUp() {
        Map<TopicPartition, Long> ends = offsets.ends(shadow.partitions());
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        shadow.readTo(ends, at -> note(
                state.reading(at.records(), Math.max(all, at.records()), at.leftOut(), at.failed(), clock.instant())));
        note(state.in(Rebuild.Phase.WAITING, clock.instant()));
        long end = System.nanoTime() + LIVE_IS_THERE.toNanos();
        while (!offsets.haveReached(shadow.partitionsOfGroups(), ends)) {
            if (System.nanoTime() > end)
                throw new LiveIsBehindException();
            LockSupport.parkNanos(LOOK_AGAIN);
            note(state.in(Rebuild.Phase.WAITING, clock.instant()));
        }
    }

    private Map<Place, Unlike> compare() {
        var unlike = new LinkedHashMap<Place, Unlike>();
        for (var one : kept)
            comparison(one).all().forEach((id, what) -> unlike.put(new Place(one, id), what));
        return unlike;
    }

    private Map<Place, Unlike> stillUnlike(Map<Place, Unlike> before, List<Difference> found) {
        var moving = new LinkedHashMap<Place, Unlike>();
        before.forEach((place, then) -> comparison(place.kept()).again(place.id()).ifPresent(now -> {
            if (now.live().equals(then.live()))
                found.add(new Difference(place.kept().collection(), place.id(), now.kind()));
            else
                moving.put(place, now);
        }));
        return moving;
    }

    private Comparison comparison(Kept one) {
        return new Comparison(one, live, database,
                more -> note(state.comparing(state.compared() + more, clock.instant())));
    }

    private void note(Rebuild now) {
        state = now;
        rebuilds.note(now);
    }

    /** The live consumers did not reach where the topics ended. */
    static final class LiveIsBehindException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
