package io.shopcare.crm.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

import io.shopcare.platform.events.EventMeta;

/**
 * Which events are on the trail, and what of them is shown. An event that the contract got later is on the trail too, for
 * staff and without facts: what is not named here is never shown.
 */
public final class TrailCatalogue {

    /**
     * Events of one topic.
     *
     * @param leftOut on purpose
     */
    record Chapter(String topic, Map<String, Shown> events, @Nullable Set<String> leftOut) {
        Chapter withThoseOfTheContract() {
            var all = new TreeMap<>(events);
            for (var type : ContractEvents.aboutBuyers(topic))
                if (leftOut == null || !leftOut.contains(type))
                    all.putIfAbsent(type, Shown.NOTHING);
            return new Chapter(topic, all, leftOut);
        }
    }

    /**
     * @param internal for staff only
     * @param shows    names of facts and their places in the data
     */
    record Shown(boolean internal, Map<String, String> shows) {
        static final Shown NOTHING = new Shown(true, Map.of());

        Shown(boolean internal, @Nullable Map<String, String> shows) {
            this.internal = internal;
            this.shows = shows == null ? Map.of() : shows;
        }
    }

    private final Map<Kind, Chapter> chapters;

    private TrailCatalogue(Map<Kind, Chapter> chapters) {
        this.chapters = chapters;
    }

    /** As it comes with the program. */
    public static TrailCatalogue shipped() {
        var yaml = YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
        try (InputStream in = new ClassPathResource("crm-trail.yaml").getInputStream()) {
            var chapters = new EnumMap<>(yaml.readValue(in, new TypeReference<Map<Kind, Chapter>>() {
            }));
            chapters.replaceAll((kind, chapter) -> chapter.withThoseOfTheContract());
            return new TrailCatalogue(chapters);
        } catch (IOException e) {
            throw new UncheckedIOException("crm-trail.yaml", e);
        }
    }

    /** The topic that entries of a kind come from. */
    public String topic(Kind kind) {
        return chapter(kind).topic();
    }

    /** Types of events that are on the trail. */
    public Set<String> types(Kind kind) {
        return chapter(kind).events().keySet();
    }

    /** Names of what is shown of an event. */
    Set<String> names(Kind kind, String type) {
        return shown(kind, type).shows().keySet();
    }

    /** The entry for an event; its id derives from the event, so that a repeat makes no second one. */
    TrailEntry entry(String customerId, Kind kind, EventMeta event, JsonNode data) {
        var shown = shown(kind, event.type());
        var facts = new LinkedHashMap<String, JsonNode>();
        shown.shows().forEach((name, place) -> {
            var value = data.at(place);
            if (isShowable(value))
                facts.put(name, value);
        });
        return new TrailEntry(TrailEntry.idOf(event), customerId, event.time(), kind, event.type(), event.subject(),
                shown.internal(), event.actor(), facts);
    }

    private static boolean isShowable(JsonNode value) {
        boolean isMoney = value.size() == 2 && value.hasNonNull("amount") && value.hasNonNull("currency");
        return value.isValueNode() && !value.isNull() && !value.isMissingNode() || isMoney;
    }

    private Shown shown(Kind kind, String type) {
        var shown = chapter(kind).events().get(type);
        if (shown == null)
            throw new IllegalArgumentException(type + " is not on the trail");
        return shown;
    }

    private Chapter chapter(Kind kind) {
        var chapter = chapters.get(kind);
        if (chapter == null)
            throw new IllegalArgumentException("nothing of kind " + kind + " is on the trail");
        return chapter;
    }
}
