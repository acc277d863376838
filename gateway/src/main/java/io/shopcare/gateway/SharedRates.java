package io.shopcare.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.ByteArrayCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.shopcare.gateway.LimitSettings.Rate;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Counted in a Redis that all instances of the gateway ask. One that is away or slow lets nobody in for nothing and keeps
 * nobody waiting: meanwhile each instance counts for itself.
 */
final class SharedRates implements Rates, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SharedRates.class);
    private static final String PREFIX = "shopcare:rate:";
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Rates own;
    private final RedisClient redis;
    private final Duration patience;
    private final Mono<AsyncProxyManager<byte[]>> buckets;
    private final CircuitBreaker breaker = CircuitBreaker.of("rates", CircuitBreakerConfig.custom()
            .slidingWindowSize(10).minimumNumberOfCalls(5).waitDurationInOpenState(Duration.ofSeconds(2)).build());

    /**
     * @param address  of the Redis
     * @param patience how long it is waited for
     * @param own      what counts while it is away
     */
    SharedRates(URI address, Duration patience, Rates own) {
        this.own = own;
        this.patience = patience;
        redis = RedisClient.create();
        redis.setOptions(ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).build());
        buckets = Mono.fromFuture(() -> redis.connectAsync(ByteArrayCodec.INSTANCE, RedisURI.create(address))
                .toCompletableFuture())
                .<AsyncProxyManager<byte[]>>map(connection -> Bucket4jLettuce.casBasedBuilder(connection)
                        .expirationAfterWrite(ExpirationAfterWriteStrategy
                                .basedOnTimeForRefillingBucketUpToMax(FORGOTTEN_AFTER))
                        .build().asAsync())
                .cache(_ -> FOR_GOOD, _ -> Duration.ZERO, () -> Duration.ZERO);
        breaker.getEventPublisher().onStateTransition(change -> log.warn("the Redis of the rates: {}",
                change.getStateTransition()));
    }

    @Override
    public Mono<ConsumptionProbe> take(String service, String client, Rate rate) {
        return buckets.flatMap(shared -> Mono.fromFuture(() -> shared.getProxy(
                (PREFIX + service + ":" + client).getBytes(UTF_8),
                () -> CompletableFuture.completedFuture(Rates.bucket(rate)))
                .tryConsumeAndReturnRemaining(1))).timeout(patience)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(_ -> own.take(service, client, rate));
    }

    @Override
    public void close() {
        redis.shutdown();
    }
}
