package io.shopcare.standalone.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * How the provider misbehaves, for tests; until it is told otherwise or restarted.
 *
 * @param delayMs how long a notification waits
 * @param repeat how many times each notification is sent once more, with the same id
 * @param failRefunds whether refunds accepted from now on fail, definitely
 * @param timeoutAfterTaking whether a refund is taken, and the answer never comes
 */
record Behaviour(@PositiveOrZero @Max(600_000) long delayMs, @PositiveOrZero @Max(100) int repeat,
        boolean failRefunds, boolean timeoutAfterTaking) {
    static final Behaviour GOOD = new Behaviour(0, 0, false, false);
}
