package io.shopcare.order.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.shopcare.order.payments.AuditDelay;

/** @param delay after payment, so that merges and remarks can arrive */
@ConfigurationProperties("shopcare.order.audit")
record AuditSettings(@DefaultValue("0s") Duration delay) implements AuditDelay {

    @Override
    public Duration of(String shop) {
        return delay;
    }
}
