package io.shopcare.crm.blacklist;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.Deadline;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * An entry of a shop's blacklist. Of phones and addresses only the keyed digest is kept: who reads the database learns
 * neither.
 *
 * @param subject  who or what is listed
 * @param note     for colleagues
 * @param expires  when it ends by itself; null: never
 * @param appeal   what the buyer or an agent said against it; null when nobody did
 * @param lift     who let it go and why; null when nobody did
 */
record BlacklistEntry(String entryId, String shop, Subject subject, BlacklistReason reason, @Nullable String note,
        Actor listedBy, Instant listedAt, @Nullable Instant expires, BlacklistState state,
        @Nullable Word appeal, @Nullable Word lift) {
    static final String EXPIRY = "expiry";

    /**
     * @param kind  buyer, phone or address
     * @param key   digest of what is listed; the same for the same, in this installation
     * @param buyer channel and id of a listed buyer; null for phones and addresses
     */
    record Subject(String kind, String key, @Nullable ListedBuyer buyer) {}

    /** A buyer in one channel. */
    record ListedBuyer(String channel, String buyerId) {}

    /** What somebody said. */
    record Word(Actor by, Instant at, String words) {
        @Override
        public String toString() {
            return "Word[by " + by + "]";
        }
    }

    static Decision<BlacklistEntry> list(BlacklistEntry entry) {
        return Decision.accept(entry, BlacklistEvent.Changed.of(entry));
    }

    static Deadline<BlacklistEntry> expiry() {
        return Deadline.decided(EXPIRY, entry -> entry.counts() ? entry.expires() : null,
                (entry, now) -> entry.ended(BlacklistState.EXPIRED, null));
    }

    boolean counts() {
        return state == BlacklistState.LISTED;
    }

    /** Somebody speaks against it; it counts until it is lifted. The last word is kept. */
    Decision<BlacklistEntry> appeal(Actor by, Instant at, String words) {
        return counts()
                ? Decision.accept(new BlacklistEntry(entryId, shop, subject, reason, note, listedBy, listedAt,
                        expires, state, new Word(by, at, words), lift))
                : Decision.reject(Rejection.notNow("blacklist-over"));
    }

    /** It counts no more. */
    Decision<BlacklistEntry> lift(Actor by, Instant at, String why) {
        if (state == BlacklistState.LIFTED)
            return Decision.unchanged(this);
        return state.next().contains(BlacklistState.LIFTED)
                ? ended(BlacklistState.LIFTED, new Word(by, at, why))
                : Decision.reject(Rejection.notNow("blacklist-over"));
    }

    private Decision<BlacklistEntry> ended(BlacklistState end, @Nullable Word why) {
        var next = new BlacklistEntry(entryId, shop, subject, reason, note, listedBy, listedAt, expires, end,
                appeal, why);
        return Decision.accept(next, BlacklistEvent.Changed.of(next));
    }

    @Override
    public String toString() {
        return "BlacklistEntry[" + entryId + " " + subject.kind() + " " + state + "]";
    }
}
