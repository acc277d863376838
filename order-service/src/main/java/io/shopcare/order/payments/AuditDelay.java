package io.shopcare.order.payments;

import java.time.Duration;

/** How long the audit waits after a payment, so that merges and remarks can arrive (O6). */
public interface AuditDelay {
    /** Of one shop. */
    Duration of(String shop);
}
