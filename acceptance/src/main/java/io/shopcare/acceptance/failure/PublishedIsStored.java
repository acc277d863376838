package io.shopcare.acceptance.failure;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;

import io.shopcare.platform.json.Json;

/** Whatever is on a topic is in a timeline, word for word; every repeat too. */
final class PublishedIsStored implements Check {
    @Override
    public String name() {
        return "nothing is published that is not stored";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var stored = evidence.ending("_timeline").collect(Collectors.toMap(
                entry -> entry.getString("parent") + "/" + entry.get("seq"), entry -> entry, (one, other) -> one));
        return evidence.events().flatMap(event -> {
            var entry = stored.get(event.subject() + "/" + event.sequence());
            var name = event.type() + " " + event.sequence() + " of " + event.subject();
            if (entry == null)
                return Stream.of(name + " is in no timeline");
            boolean isTheSame = entry.getString("type").equals(event.type())
                    && data(entry).equals(event.data());
            return isTheSame ? Stream.empty() : Stream.of(name + " is not what the timeline holds");
        });
    }

    private static JsonNode data(Document entry) {
        try {
            return Json.WIRE.readTree(Json.WIRE.writeValueAsString(entry.get("data")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
