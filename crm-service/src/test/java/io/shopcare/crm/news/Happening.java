package io.shopcare.crm.news;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.crm.trail.Kind;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.testkit.contracts.RecordedEvent;

/** An event as a consumer hears it. */
public record Happening(Kind kind, EventMeta meta, JsonNode data) {

    static Happening of(Kind kind, RecordedEvent event) {
        return new Happening(kind, new EventMeta(event.event().topic(), event.key() + "-" + event.sequence(),
                event.type(), event.key(), event.sequence(), event.time(), Actor.system("story")),
                event.sample().data());
    }

    @Override
    public String toString() {
        return meta.type() + " " + meta.subject() + "#" + meta.sequence();
    }
}
