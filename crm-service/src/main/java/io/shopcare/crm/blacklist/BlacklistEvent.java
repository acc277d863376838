package io.shopcare.crm.blacklist;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.EventType;

/** What others hear of the blacklist: digests, and never who or where. */
final class BlacklistEvent {
    private BlacklistEvent() {}

    /** An entry came, or counts no more. */
    @EventType("blacklist.changed.v1")
    record Changed(String shop, String entryId, String kind, String subjectKey, boolean listed, BlacklistReason reason,
            @Nullable Instant expiresAt) {

        static Changed of(BlacklistEntry entry) {
            return new Changed(entry.shop(), entry.entryId(), entry.subject().kind(), entry.subject().key(),
                    entry.counts(),
                    entry.reason(), entry.expires());
        }
    }
}
