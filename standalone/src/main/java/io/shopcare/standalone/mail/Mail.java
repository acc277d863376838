package io.shopcare.standalone.mail;

import java.time.Instant;

/**
 * A mail as it arrived for one recipient; {@code text} and {@code html} are empty when it has no such part.
 *
 * @param messageId by which a reader's program knows a mail that comes again; empty when it has none
 */
record Mail(String from, String to, String subject, String messageId, Instant receivedAt, String text,
        String html) {}
