package io.shopcare.platform.store;

import java.time.Instant;
import java.util.Locale;

import org.bson.Document;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;

/**
 * The data of an event as it travels. An event record holds what happened; when it happened ({@code occurredAt}) and who
 * did it ({@code actor}) are those of the command, unless the record says otherwise.
 */
public final class EventData {
    private EventData() {}

    /** The JSON object that is published. */
    public static Document of(Object event, Actor actor, Instant at) {
        var data = Json.WIRE.convertValue(event, Document.class);
        data.putIfAbsent("occurredAt", at.toString());
        data.putIfAbsent("actor",
                new Document("kind", actor.kind().name().toLowerCase(Locale.ROOT)).append("id", actor.id()));
        return data;
    }

    /** The type under which a record is published. */
    public static String typeOf(Object event) {
        var type = event.getClass().getAnnotation(EventType.class);
        if (type == null)
            throw new IllegalArgumentException(event.getClass() + " is not annotated with @EventType");
        return type.value();
    }
}
