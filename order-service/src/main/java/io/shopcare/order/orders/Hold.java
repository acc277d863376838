package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;

/**
 * A reason why an order must not go on (拦截).
 *
 * @param code      reason
 * @param owner     role that can resolve it
 * @param promiseId the promise that needs a look; null for other holds
 * @param caseId    the case that asked to stop; null for other holds
 * @param deadline  by when it should be resolved; null when nothing waits for it
 * @param note      words of who put it there, for colleagues
 * @param release   null while it is open
 */
public record Hold(String holdId, String code, List<Figure> figures, String owner, @Nullable String promiseId,
        @Nullable String caseId, @Nullable Instant deadline, @Nullable String note, ActorRef by, Instant at,
        @Nullable Release release) {

    private static final Duration RESOLVE_WITHIN = Duration.ofHours(24);

    /** Who let it go, and why. */
    public record Release(ActorRef by, Instant at, String reason) {}

    public Hold {
        figures = List.copyOf(figures);
    }

    /** By when a hold should be resolved that has no clock of its own. */
    public static Instant due(Instant at) {
        return at.plus(RESOLVE_WITHIN);
    }

    /** A new hold without a promise or a case. */
    public static Hold of(String holdId, String code, List<Figure> figures, String owner, @Nullable Instant deadline,
            @Nullable String note, ActorRef by, Instant at) {
        return new Hold(holdId, code, figures, owner, null, null, deadline, note, by, at, null);
    }

    /** The same, for a case. */
    public Hold forCase(String id) {
        return new Hold(holdId, code, figures, owner, promiseId, id, deadline, note, by, at, release);
    }

    /** The same, for a promise. */
    public Hold forPromise(String id) {
        return new Hold(holdId, code, figures, owner, id, caseId, deadline, note, by, at, release);
    }

    Hold withId(String id) {
        return new Hold(id, code, figures, owner, promiseId, caseId, deadline, note, by, at, release);
    }

    public boolean isOpen() {
        return release == null;
    }

    Hold released(ActorRef who, Instant when, String why) {
        return new Hold(holdId, code, figures, owner, promiseId, caseId, deadline, note, by, at,
                new Release(who, when, why));
    }
}
