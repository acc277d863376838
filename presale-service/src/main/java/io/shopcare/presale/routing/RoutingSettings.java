package io.shopcare.presale.routing;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param capacity     of an agent who does not say
 * @param mostCapacity that an agent may ask for
 * @param sweepEvery   how often places and queues are looked through for what a crash left
 * @param grace        how long a reservation may stand before the sweep takes its router for dead
 */
@Validated
@ConfigurationProperties("shopcare.presale.routing")
record RoutingSettings(@DefaultValue("5") @Positive int capacity,
        @DefaultValue("50") @Positive @Max(500) int mostCapacity,
        @DefaultValue("3s") Duration sweepEvery, @DefaultValue("10s") Duration grace) {}
