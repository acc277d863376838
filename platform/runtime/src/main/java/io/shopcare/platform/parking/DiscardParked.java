package io.shopcare.platform.parking;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AuditTrail;
import io.shopcare.platform.store.Rejection;

/**
 * Gives a record up that no replay will ever bring in, with a reason and the name of who decided it in the audit trail.
 * Only the first of its key: what waits behind it may depend on it.
 */
public final class DiscardParked {
    /** Ids in the audit trail begin so. */
    static final String AUDITED = "discarded/";
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final ParkedKeys keys;
    private final ParkedRecords records;
    private final AuditTrail trail;
    private final Clock clock;

    DiscardParked(ParkedKeys keys, ParkedRecords records, AuditTrail trail, Clock clock) {
        this.keys = keys;
        this.records = records;
        this.trail = trail;
        this.clock = clock;
    }

    /** What to give up, why and by whom. */
    public record Command(String keyId, long offset, String reason, Actor actor) {
        String auditId() {
            return DiscardParked.auditId(keyId, offset);
        }
    }

    static String auditId(String keyId, long offset) {
        return AUDITED + keyId + "/" + offset;
    }

    /** @return null when it is gone, now or by an earlier request */
    public @Nullable Rejection handle(Command command) {
        if (trail.has(command.auditId()) && records.first(command.keyId())
                .filter(first -> first.offset() == command.offset()).isEmpty())
            return null;
        var by = Ids.next();
        var now = clock.instant();
        var key = keys.claim(command.keyId(), by, now, now.plus(CLAIM));
        if (key.isEmpty())
            return keys.isParked(command.keyId()) ? Rejection.notNow("replay-under-way") : Rejection.notFound();
        try {
            return discard(command, by);
        } finally {
            keys.release(command.keyId(), by);
        }
    }

    private @Nullable Rejection discard(Command command, String by) {
        var first = records.first(command.keyId());
        if (first.isEmpty() || first.get().offset() != command.offset())
            return Rejection.notNow("not-the-first",
                    Map.of("first", first.map(record -> Long.toString(record.offset())).orElse("-")));
        var record = first.get();
        trail.add(command.auditId(), "parked", command.keyId(), "discard", command.actor(),
                Map.of("reason", command.reason(), "topic", record.topic(), "partition", record.partition(), "offset",
                        record.offset(), "event", record.header("ce_id").orElse("-")));
        if (!keys.done(command.keyId(), by, command.offset()))
            return Rejection.notNow("replay-under-way");
        records.remove(record.id());
        keys.close(command.keyId(), by, command.offset());
        return null;
    }
}
