package io.shopcare.platform.store;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param contention how long a command waits for its turn, and then tries again after lost races
 * @param pendingCap how many entries of one aggregate may wait for the broker before commands are refused
 */
@Validated
@ConfigurationProperties("shopcare.platform.store")
public record StoreSettings(@DefaultValue("2s") Duration contention,
        @DefaultValue("500") @Positive @Max(5000) int pendingCap) {}
