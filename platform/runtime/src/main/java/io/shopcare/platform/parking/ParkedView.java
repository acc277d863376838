package io.shopcare.platform.parking;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A parked key as it is answered.
 *
 * @param waiting   records that wait
 * @param offset    of the one that failed
 * @param replaying whether somebody runs them again at this moment
 */
record ParkedView(String parkedId, String subscription, String topic, int partition, @Nullable String key,
        @Nullable String shop, long waiting, long offset, Instant since, int tries, Instant triedAt, Cause cause,
        boolean replaying) {

    static ParkedView of(ParkedKey key, long waiting, Instant now) {
        return new ParkedView(key.id(), key.subscription(), key.topic(), key.partition(), key.key(), key.shop(),
                waiting, key.at(), key.since(), key.tries(), key.triedAt(), key.cause(), key.isClaimed(now));
    }
}
