package io.shopcare.standalone.mail;

import java.time.Instant;

/** A mail as it arrived for one recipient; {@code text} and {@code html} are empty when it has no such part. */
record Mail(String from, String to, String subject, Instant receivedAt, String text, String html) {}
