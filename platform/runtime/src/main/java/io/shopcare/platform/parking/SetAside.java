package io.shopcare.platform.parking;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.shopcare.platform.store.AuditTrail;

/** Which records their readers have passed without handling them. */
public final class SetAside {
    private final ParkedKeys keys;
    private final AuditTrail trail;

    SetAside(ParkedKeys keys, AuditTrail trail) {
        this.keys = keys;
        this.trail = trail;
    }

    /** As of now. */
    public Seen look() {
        return new Seen(keys.all().stream().collect(Collectors.toMap(ParkedKey::id, ParkedKey::done)),
                trail.idsFrom(DiscardParked.AUDITED));
    }

    /**
     * What was seen at one moment.
     *
     * @param waiting   by key, the offset beyond which nothing was handled
     * @param discarded by their ids in the audit trail
     */
    public record Seen(Map<String, Long> waiting, Set<String> discarded) {

        /** Whether the record waits, or was given up. */
        public boolean has(Reader reader, ConsumerRecord<String, String> record) {
            if (waiting.isEmpty() && discarded.isEmpty())
                return false;
            var key = reader.keyId(record);
            var done = waiting.get(key);
            return done != null && record.offset() > done
                    || discarded.contains(DiscardParked.auditId(key, record.offset()));
        }
    }
}
