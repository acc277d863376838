package io.shopcare.crm.blacklist;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
 * @param proposal what a rule saw; null for one that a person put here
 */
record BlacklistEntry(String entryId, String shop, Subject subject, BlacklistReason reason, @Nullable String note,
        Actor listedBy, Instant listedAt, @Nullable Instant expires, BlacklistState state,
        @Nullable Word appeal, @Nullable Word lift, @Nullable Proposal proposal) {
    static final String EXPIRY = "expiry";

    /**
     * @param kind  buyer, phone or address
     * @param key   digest of what is listed; the same for the same, in this installation
     * @param buyer channel and id of a listed buyer; null for phones and addresses
     */
    record Subject(String kind, String key, @Nullable ListedBuyer buyer) {}

    /** A buyer in one channel. */
    record ListedBuyer(String channel, String buyerId) {}

    /**
     * What a rule saw.
     *
     * @param rules    version of the shop's rules
     * @param figures  that it went by, by their names
     * @param decision who decided and why; null until somebody did
     */
    record Proposal(String rules, Map<String, Integer> figures, Instant at, @Nullable Word decision) {
        Proposal {
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        }

        Proposal decided(Word word) {
            return new Proposal(rules, figures, at, word);
        }
    }

    /** One that a person put here. */
    BlacklistEntry(String entryId, String shop, Subject subject, BlacklistReason reason, @Nullable String note,
            Actor listedBy, Instant listedAt, @Nullable Instant expires, BlacklistState state, @Nullable Word appeal,
            @Nullable Word lift) {
        this(entryId, shop, subject, reason, note, listedBy, listedAt, expires, state, appeal, lift, null);
    }

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

    /** A rule thinks that a person should look. Nobody hears of it outside. */
    static Decision<BlacklistEntry> propose(String entryId, String shop, Subject subject, BlacklistReason reason,
            Actor rule, Proposal proposal) {
        return Decision.accept(new BlacklistEntry(entryId, shop, subject, reason, null, rule, proposal.at(), null,
                BlacklistState.PROPOSED, null, null, proposal));
    }

    /** The rule sees more by now. What was decided stays. */
    Decision<BlacklistEntry> seenAgain(String rules, Map<String, Integer> figures) {
        if (state != BlacklistState.PROPOSED || proposal == null
                || proposal.rules().equals(rules) && proposal.figures().equals(figures))
            return Decision.unchanged(this);
        return Decision.accept(new BlacklistEntry(entryId, shop, subject, reason, note, listedBy, listedAt, expires,
                state, appeal, lift, new Proposal(rules, figures, proposal.at(), null)));
    }

    /** A person takes it on the list; it counts from now on. */
    Decision<BlacklistEntry> accept(Actor by, Instant at, String why, @Nullable Instant until) {
        if (state != BlacklistState.PROPOSED || proposal == null)
            return Decision.reject(decided());
        var next = new BlacklistEntry(entryId, shop, subject, reason, note, by, at, until, BlacklistState.LISTED,
                appeal,
                lift, proposal.decided(new Word(by, at, why)));
        return Decision.accept(next, BlacklistEvent.Changed.of(next));
    }

    /** A person declines it; nobody hears of it outside. */
    Decision<BlacklistEntry> decline(Actor by, Instant at, String why) {
        if (state != BlacklistState.PROPOSED || proposal == null)
            return Decision.reject(decided());
        return Decision.accept(new BlacklistEntry(entryId, shop, subject, reason, note, listedBy, listedAt, expires,
                BlacklistState.DECLINED, appeal, lift, proposal.decided(new Word(by, at, why))));
    }

    private Rejection decided() {
        var word = proposal == null ? null : proposal.decision();
        return word == null
                ? Rejection.notNow("not-proposed")
                : Rejection.notNow("proposal-decided",
                        Map.of("who", word.by().id(), "when", word.at().toString()));
    }

    /** From when on what a buyer does counts for another proposal; empty while this one is open, or the buyer listed. */
    Optional<Instant> overSince() {
        return switch (state) {
            case PROPOSED, LISTED -> Optional.empty();
            case DECLINED -> Optional.ofNullable(proposal).map(Proposal::decision).map(Word::at);
            case LIFTED -> Optional.ofNullable(lift).map(Word::at);
            case EXPIRED -> Optional.ofNullable(expires);
        };
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
                        expires, state, new Word(by, at, words), lift, proposal))
                : Decision.reject(countsNot());
    }

    /** It counts no more. */
    Decision<BlacklistEntry> lift(Actor by, Instant at, String why) {
        if (state == BlacklistState.LIFTED)
            return Decision.unchanged(this);
        return state.next().contains(BlacklistState.LIFTED)
                ? ended(BlacklistState.LIFTED, new Word(by, at, why))
                : Decision.reject(countsNot());
    }

    private Rejection countsNot() {
        return Rejection.notNow(state == BlacklistState.PROPOSED ? "proposal-open" : "blacklist-over");
    }

    private Decision<BlacklistEntry> ended(BlacklistState end, @Nullable Word why) {
        var next = new BlacklistEntry(entryId, shop, subject, reason, note, listedBy, listedAt, expires, end,
                appeal, why, proposal);
        return Decision.accept(next, BlacklistEvent.Changed.of(next));
    }

    @Override
    public String toString() {
        return "BlacklistEntry[" + entryId + " " + subject.kind() + " " + state + "]";
    }
}
