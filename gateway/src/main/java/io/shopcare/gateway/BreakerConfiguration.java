package io.shopcare.gateway;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** A breaker for each service: one that is away is not asked for a moment, and the others go on. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    /** Whose request stands still is hung up on: who holds a connection has to use it. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> patience(LimitSettings limits) {
        return server -> server.addServerCustomizers(
                http -> http.readTimeout(limits.pause()).requestTimeout(limits.whole())
                        .doOnChannelInit((_, channel, _) -> channel.pipeline().addAfter(NettyPipeline.HttpCodec,
                                "slow-heads", new SlowHeads(limits.pause()))));
    }

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers(GatewaySettings settings) {
        var breaker = CircuitBreakerConfig.custom().slidingWindowSize(20).minimumNumberOfCalls(10)
                .failureRateThreshold(50).waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(3).automaticTransitionFromOpenToHalfOpenEnabled(true)
                .ignoreExceptions(IncomingBody.RefusedException.class).build();
        // behind the client's own time-out, which tells what happened
        var limit = TimeLimiterConfig.custom().timeoutDuration(settings.answer().plusSeconds(5)).build();
        return factory -> factory.configureDefault(id -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(breaker)
                .timeLimiterConfig(limit).build());
    }
}
