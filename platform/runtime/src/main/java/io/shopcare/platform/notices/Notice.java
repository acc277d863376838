package io.shopcare.platform.notices;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;

/**
 * Something that a buyer is to be told once.
 *
 * @param id       the same for the same occasion, whatever is delivered again
 * @param about    the aggregate that it is about, for example an order
 * @param kind     key of its texts
 * @param language {@code zh-CN} or {@code en}
 * @param email    null when the buyer left none: kept as failed, so that it can be seen
 * @param facts    for the placeholders of the texts
 */
public record Notice(String id, String shop, String about, String kind, String language, @Nullable String email,
        Map<String, String> facts) {
    public Notice {
        facts = Map.copyOf(facts);
    }

    /** The id of what an event gives reason to tell. */
    public static String idOf(EventMeta event, String kind) {
        return Ids.derived("notice", event.topic(), event.id(), kind);
    }

    @Override
    public String toString() {
        return "Notice[" + id + " " + kind + " about " + about + "]";
    }
}
