package io.shopcare.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** What an in-memory store published, as consumers get it: numbered, as JSON, and held against its schema. */
public final class Events {
    private final String topic;
    private final InMemoryAggregateStore<?> store;
    private final Actor actor;
    private int told;

    public Events(String topic, InMemoryAggregateStore<?> store, Actor actor) {
        this.topic = topic;
        this.store = store;
        this.actor = actor;
    }

    /** One event. */
    public record Heard(EventMeta meta, String json) {
        /** The consumer's own record of it. */
        public <T> T as(Class<T> type) {
            try {
                return Json.WIRE.readValue(json, type);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Those that were not heard yet. */
    public List<Heard> fresh(Instant at) {
        var all = all(at);
        var fresh = all.subList(told, all.size());
        told = all.size();
        return List.copyOf(fresh);
    }

    /** All so far. */
    public List<Heard> all(Instant at) {
        Map<String, Long> numbers = new HashMap<>();
        var heard = new ArrayList<Heard>();
        for (var published : store.published()) {
            long number = numbers.merge(published.aggregate(), 1L, Long::sum);
            var type = EventData.typeOf(published.event());
            var json = json(EventData.of(published.event(), actor, at));
            Contracts.producerSchema(type).check(json);
            heard.add(new Heard(new EventMeta(topic, published.aggregate() + "-" + number, type, published.aggregate(),
                    number, at, actor), json));
        }
        return heard;
    }

    private static String json(Object data) {
        try {
            return Json.WIRE.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
