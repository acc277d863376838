package io.shopcare.gateway;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import reactor.core.publisher.Mono;

import io.shopcare.gateway.LimitSettings.Rate;

/** Counted in this instance of the gateway, for itself: with two of them a client may have twice as much. */
final class OwnRates implements Rates {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets;

    /** @param clients how many are counted at the same time; who has not asked for longest is forgotten first */
    OwnRates(int clients) {
        buckets = Caffeine.newBuilder().maximumSize(clients).expireAfterAccess(FORGOTTEN_AFTER).build();
    }

    @Override
    public Mono<ConsumptionProbe> take(String service, String client, Rate rate) {
        return Mono.fromSupplier(() -> buckets.get(service + " " + client, _ -> bucket(rate))
                .tryConsumeAndReturnRemaining(1));
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder().addLimit(Rates.bucket(rate).getBandwidths()[0]).build();
    }
}
