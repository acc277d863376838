package io.shopcare.crm.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import io.shopcare.crm.QueryPlans;

/** A clock that goes on from a fixed moment, the topics of the other services, and an eye on every query. */
@TestConfiguration(proxyBeanMethods = false)
class CrmTestConfiguration {
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    @Bean
    Clock clock() {
        var machine = Clock.systemUTC();
        return Clock.tick(Clock.offset(machine, Duration.between(machine.instant(), START)), Duration.ofMillis(1));
    }

    @Bean
    Wire wire() {
        return new Wire();
    }

    @Bean
    QueryPlans queryPlans() {
        return new QueryPlans();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer watched(QueryPlans plans) {
        return settings -> settings.addCommandListener(plans);
    }
}
