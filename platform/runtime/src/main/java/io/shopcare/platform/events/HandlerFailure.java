package io.shopcare.platform.events;

import io.shopcare.platform.parking.Failures;

/**
 * A failure of a handler by its kind. The error handler counts tries anew whenever the class of the failure changes; a
 * record that fails in two ways by turns would be tried for ever.
 */
abstract sealed class HandlerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private HandlerFailure(Throwable why) {
        super(why);
    }

    /** Something around is away. */
    static final class Around extends HandlerFailure {
        private static final long serialVersionUID = 1L;

        private Around(Throwable why) {
            super(why);
        }
    }

    /** The record can't be read. */
    static final class Unreadable extends HandlerFailure {
        private static final long serialVersionUID = 1L;

        private Unreadable(Throwable why) {
            super(why);
        }
    }

    /** Whatever else. */
    static final class ByItself extends HandlerFailure {
        private static final long serialVersionUID = 1L;

        private ByItself(Throwable why) {
            super(why);
        }
    }

    static HandlerFailure of(Throwable why) {
        if (Failures.areAround(why))
            return new Around(why);
        return why instanceof UnreadableEventException ? new Unreadable(why) : new ByItself(why);
    }

    /** What the error handler was given, without what the container wrapped it in. */
    static Throwable in(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause() == at ? null : at.getCause())
            if (at instanceof HandlerFailure)
                return at;
        return thrown;
    }
}
