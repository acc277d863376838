package io.shopcare.platform.events;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param source            {@code ce_source} of what this program publishes, for example {@code /shopcare/order-service}
 * @param partitions        of every topic, fixed when it is created
 * @param replication       of every topic
 * @param workers           of the relay; each publishes together what waits at the same moment, so that few of them do more
 * @param sweepEvery        how often the outbox is searched for what no signal told of
 * @param acknowledgeWithin how long the relay waits for the broker before it leaves an aggregate to the next sweep
 * @param gather            how long records may gather between two polls of a consumer that is not prompt
 * @param concurrency       consumers per subscription in this instance
 * @param listen            false starts no consumer
 * @param retryFor          how long a record whose handler fails by itself is tried again before its key is parked
 * @param pauseAtMost       between two tries while something around is away
 */
@Validated
@ConfigurationProperties("shopcare.platform.events")
public record EventSettings(@DefaultValue("/shopcare/unnamed") String source,
        @DefaultValue("12") @Positive int partitions,
        @DefaultValue("1") short replication, @DefaultValue("2") @Positive int workers,
        @DefaultValue("1s") Duration sweepEvery, @DefaultValue("15s") Duration acknowledgeWithin,
        @DefaultValue("100ms") Duration gather, @DefaultValue("2") @Positive int concurrency,
        @DefaultValue("true") boolean listen,
        @DefaultValue("10s") Duration retryFor, @DefaultValue("10s") Duration pauseAtMost) {}
