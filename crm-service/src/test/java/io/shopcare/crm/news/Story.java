package io.shopcare.crm.news;

import java.util.Arrays;
import java.util.List;

import io.shopcare.crm.trail.Kind;
import io.shopcare.crm.trail.TrailCatalogue;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.RecordedEvent;

/** The story of the contract, as far as this service hears it from others. */
public final class Story {
    private static final TrailCatalogue CATALOGUE = TrailCatalogue.shipped();

    private Story() {}

    public static List<RecordedEvent> events() {
        return Contracts.story("a-sale-and-a-return").stream()
                .filter(event -> !event.event().producer().equals("crm-service"))
                .filter(event -> isHeard(event.type())).toList();
    }

    public static List<Happening> happenings() {
        return events().stream().map(event -> Happening.of(kindOf(event.type()), event)).toList();
    }

    static Kind kindOf(String type) {
        return Arrays.stream(Kind.values()).filter(kind -> CATALOGUE.types(kind).contains(type)).findFirst()
                .orElseThrow();
    }

    private static boolean isHeard(String type) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> CATALOGUE.types(kind).contains(type));
    }
}
