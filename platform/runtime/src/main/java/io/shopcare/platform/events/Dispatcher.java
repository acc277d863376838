package io.shopcare.platform.events;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;

/** Gives each record of a topic to the handler of its type. */
final class Dispatcher implements MessageListener<String, String> {
    private final Subscription subscription;

    Dispatcher(Subscription subscription) {
        this.subscription = subscription;
    }

    @Override
    public void onMessage(ConsumerRecord<String, String> record) {
        var type = CloudEventHeaders.get(record.headers(), CloudEventHeaders.TYPE).orElse("");
        if (!subscription.types().contains(type))
            return;
        try {
            var data = Json.WIRE.readTree(record.value());
            subscription.deliver(meta(record, type, actor(data)), data);
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException(type, e);
        }
    }

    private static EventMeta meta(ConsumerRecord<String, String> record, String type, Actor actor) {
        return new EventMeta(record.topic(), required(record, CloudEventHeaders.ID), type,
                required(record, CloudEventHeaders.SUBJECT),
                Long.parseLong(required(record, CloudEventHeaders.SEQUENCE)),
                Instant.parse(required(record, CloudEventHeaders.TIME)), actor);
    }

    private static Actor actor(JsonNode data) {
        var kind = data.at("/actor/kind").asText("system").toUpperCase(Locale.ROOT);
        return new Actor(Actor.Kind.valueOf(kind), data.at("/actor/id").asText("unknown"));
    }

    private static String required(ConsumerRecord<String, String> record, String header) {
        return CloudEventHeaders.get(record.headers(), header)
                .orElseThrow(() -> new UnreadableEventException(header + " is missing", null));
    }
}
