package io.shopcare.order.logistics;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param carriers     that may push scans, by code
 * @param replayWindow how far a push's time of signing may be from now
 */
@Validated
@ConfigurationProperties("shopcare.logistics")
record LogisticsSettings(Map<String, CarrierAccess> carriers, @DefaultValue("300s") Duration replayWindow) {
    LogisticsSettings {
        carriers = carriers == null ? Map.of() : Map.copyOf(carriers);
    }

    /** @param secret that signs the carrier's pushes */
    record CarrierAccess(String secret) {
        @Override
        public String toString() {
            return "CarrierAccess[redacted]";
        }
    }
}
