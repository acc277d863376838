package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.Map;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.security.Person;

/**
 * One line of the timeline.
 *
 * @param by   kind of actor
 * @param data of the event; null for a buyer, who sees what happened and not who of the shop did it
 */
record TimelineEntry(long sequence, String type, Instant at, String by, @Nullable Map<String, Object> data) {

    static TimelineEntry of(CaseTimeline.Entry entry, Person reader) {
        var actor = entry.data().get("actor", Document.class);
        return new TimelineEntry(entry.sequence(), entry.type(), entry.at(),
                actor == null ? "system" : actor.getString("kind"), reader.isBuyer() ? null : entry.data());
    }
}
