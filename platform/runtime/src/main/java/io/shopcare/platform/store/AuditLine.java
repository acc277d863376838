package io.shopcare.platform.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;

/**
 * One line of the audit trail (操作日志): who tried what, when, and what came of it.
 *
 * @param refusal reason code; null when it was carried out
 * @param trace   W3C trace parent of the request; null outside one
 */
record AuditLine(String shop, String aggregate, String id, long version, String command, Actor actor, Instant at,
        @Nullable String refusal, @Nullable String trace) {
    static final String COLLECTION = "audit_trail";
}
