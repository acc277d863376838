package io.shopcare.presale.live;

import java.time.Duration;
import java.time.Instant;

/** So many frames per second on average over ten seconds. */
final class RateLimit {
    private static final int SECONDS = 10;

    private final int most;
    private Instant windowEnds = Instant.EPOCH;
    private int taken;

    RateLimit(int perSecond) {
        this.most = perSecond * SECONDS;
    }

    /** @return seconds to wait; 0 when one more is fine */
    synchronized int take(Instant now) {
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plusSeconds(SECONDS);
            taken = 0;
        }
        if (taken >= most)
            return (int) Math.max(1, Duration.between(now, windowEnds).toSeconds());
        taken++;
        return 0;
    }
}
