package io.shopcare.gateway;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import reactor.core.publisher.Mono;

import io.shopcare.gateway.LimitSettings.Rate;

import static java.time.Duration.ofSeconds;

/** Counts what clients have used of what they may. */
interface Rates {
    /** Takes one of what this client may have at this service, if there is one left. */
    Mono<ConsumptionProbe> take(String service, String client, Rate rate);

    /** How a rate is counted: a bucket of the burst's size that fills evenly. */
    static BucketConfiguration bucket(Rate rate) {
        return BucketConfiguration.builder().addLimit(limit -> limit.capacity(rate.burst())
                .refillGreedy(rate.perSecond(), ofSeconds(1))).build();
    }
}
