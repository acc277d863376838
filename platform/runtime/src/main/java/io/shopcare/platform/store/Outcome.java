package io.shopcare.platform.store;

import java.util.Map;

/** What came of a command. */
public sealed interface Outcome<A> {

    /**
     * Carried out, now or by an earlier call under the same key.
     *
     * @param stored   the aggregate after it (for a repeat: as it is today)
     * @param answers  what {@link Decision.Accepted#answering} kept
     * @param repeated true when an earlier call had done it
     */
    record Accepted<A>(Stored<A> stored, Map<String, Object> answers, boolean repeated) implements Outcome<A> {}

    /** Not carried out; nothing changed. */
    record Rejected<A>(Rejection rejection) implements Outcome<A> {}

    /** The accepted outcome, or {@link RejectedException} for the web adapter to tell. */
    default Accepted<A> orThrow() {
        return switch (this) {
            case Accepted<A> accepted -> accepted;
            case Rejected<A>(var rejection) -> throw new RejectedException(rejection);
        };
    }
}
