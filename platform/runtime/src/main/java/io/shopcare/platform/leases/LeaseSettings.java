package io.shopcare.platform.leases;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param last       how long an instance holds its shards without renewing; after it others take them over
 * @param renewEvery how often it renews
 */
@Validated
@ConfigurationProperties("shopcare.platform.leases")
public record LeaseSettings(@DefaultValue("10s") Duration last, @DefaultValue("2s") Duration renewEvery) {

    @AssertTrue(message = "a lease must last for three renewals at least")
    boolean isRenewedInTime() {
        return last.compareTo(renewEvery.multipliedBy(3)) >= 0;
    }
}
