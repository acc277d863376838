package io.shopcare.standalone.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.bson.Document;

/**
 * How the provider misbehaves, for tests: all of it until it is told otherwise or restarted, or one
 * payment, which remembers it.
 *
 * @param delayMs how long a notification waits
 * @param repeat how many times each notification is sent once more, with the same id
 * @param failRefunds whether refunds accepted from now on fail, definitely
 * @param timeoutAfterTaking whether a refund is taken, and the answer never comes
 */
record Behaviour(@PositiveOrZero @Max(600_000) long delayMs, @PositiveOrZero @Max(100) int repeat,
        boolean failRefunds, boolean timeoutAfterTaking) {
    static final Behaviour GOOD = new Behaviour(0, 0, false, false);

    /** As a payment keeps its own. */
    Document document() {
        return new Document("delayMs", delayMs).append("repeat", repeat).append("failRefunds", failRefunds).append(
                "timeoutAfterTaking", timeoutAfterTaking);
    }

    static Behaviour read(Document kept) {
        return new Behaviour(kept.getLong("delayMs"), kept.getInteger("repeat"), kept.getBoolean("failRefunds"), kept
                .getBoolean("timeoutAfterTaking"));
    }
}
