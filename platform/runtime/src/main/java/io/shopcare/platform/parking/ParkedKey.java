package io.shopcare.platform.parking;

import java.time.Instant;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A key whose records wait, each behind the one before.
 *
 * @param key     of the records; null when they have none
 * @param shop    that the records are about; null when they can't be read
 * @param at      offset of the record that failed
 * @param last    offset of the latest record that queues, or is about to
 * @param done    offset up to which nothing waits any more
 * @param since   when the first of them failed
 * @param cause   of the last failure
 * @param tries   how often it failed, the retries of one delivery counted once
 * @param triedAt when it failed last
 * @param claimedUntil when a replay that died is not waited for any longer; null while none runs
 */
public record ParkedKey(String id, String group, String subscription, String topic, int partition,
        @Nullable String key, @Nullable String shop, long at, long last, long done, Instant since, Cause cause,
        int tries, Instant triedAt, @Nullable Instant claimedUntil) {

    /** Whether somebody runs its records again at this moment. */
    public boolean isClaimed(Instant now) {
        return claimedUntil != null && claimedUntil.isAfter(now);
    }

    static ParkedKey of(Document found) {
        var claim = found.get("claim", Document.class);
        return new ParkedKey(found.getString("_id"), found.getString("group"), found.getString("subscription"),
                found.getString("topic"), found.getInteger("partition"), found.getString("key"),
                found.getString("shop"), number(found, "at"), number(found, "last"), number(found, "done"),
                found.getDate("since").toInstant(), Cause.of(found.get("cause", Document.class)),
                found.getInteger("tries"), found.getDate("triedAt").toInstant(),
                claim == null ? null : claim.getDate("until").toInstant());
    }

    private static long number(Document found, String field) {
        return found.get(field, Number.class).longValue();
    }
}
