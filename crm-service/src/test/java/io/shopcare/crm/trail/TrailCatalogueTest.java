package io.shopcare.crm.trail;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.EventContract;
import io.shopcare.platform.testkit.contracts.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/** What is on the trail, and what is not. */
class TrailCatalogueTest {
    private final TrailCatalogue catalogue = TrailCatalogue.shipped();

    @Test
    @DisplayName("C2: every event about a buyer is on the trail, but for single messages and reservations of stock")
    void knowsAllEvents() {
        var wanted = Contracts.events().values().stream()
                .filter(event -> event.topic().equals("shopcare.crm.customers") || isAboutABuyer(event))
                .filter(event -> !event.topic().equals("shopcare.order.stock")).map(EventContract::type)
                .filter(type -> !type.equals("message.posted.v1")).toList();
        assertThat(types()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    @DisplayName("C2: an event that the catalogue does not name yet is told to staff, without facts")
    void tellsStaffOfNewEvents() {
        var later = TrailCatalogue.Shown.NOTHING;
        assertThat(later.internal()).isTrue();
        assertThat(later.shows()).isEmpty();
        var chapter = new TrailCatalogue.Chapter("shopcare.order.orders", Map.of(), Set.of("order.paid.v1"))
                .withThoseOfTheContract();
        assertThat(chapter.events()).containsEntry("order.placed.v1", later).doesNotContainKey("order.paid.v1");
    }

    @Test
    @DisplayName("C2: each type comes from the topic that the contract says")
    void readsTheRightTopics() {
        for (var kind : Kind.values())
            for (var type : catalogue.types(kind))
                assertThat(Contracts.events().get(type)).extracting(EventContract::topic)
                        .isEqualTo(catalogue.topic(kind));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("C2: shows codes, numbers, money and ids; no sentence gets onto the trail")
    void showsNoWords(Sample sample) {
        var entry = catalogue.entry("c", kindOf(sample.type()), event(sample), sample.data());
        assertThat(entry.facts().values()).allSatisfy(fact -> {
            assertThat(fact.isValueNode() || fact.has("amount")).isTrue();
            if (fact.isTextual())
                assertThat(fact.asText()).matches("[A-Za-z0-9._:/+-]{1,64}");
        });
    }

    @Test
    @DisplayName("C2: every place that the catalogue names holds something in some sample")
    void namesNoEmptyPlaces() {
        for (var kind : Kind.values())
            for (var type : catalogue.types(kind)) {
                var shown = Contracts.samples(type)
                        .flatMap(sample -> catalogue.entry("c", kind, event(sample), sample.data()).facts().keySet()
                                .stream())
                        .collect(Collectors.toSet());
                assertThat(shown).as(type).containsExactlyInAnyOrderElementsOf(catalogue.names(kind, type));
            }
    }

    @Test
    @DisplayName("C2: the id of an entry is that of its event, whoever delivers it when")
    void derivesTheId() {
        var sample = Contracts.sample("order.paid.v1", "in-full");
        var once = catalogue.entry("c", Kind.ORDER, event(sample), sample.data());
        var changed = (ObjectNode) sample.data().deepCopy();
        var again = catalogue.entry("c", Kind.ORDER, event(sample), changed.put("added", "later"));
        assertThat(again).isEqualTo(once);
    }

    static Stream<Sample> samples() {
        return types().flatMap(Contracts::samples);
    }

    private static Stream<String> types() {
        var catalogue = TrailCatalogue.shipped();
        return Arrays.stream(Kind.values()).flatMap(kind -> catalogue.types(kind).stream());
    }

    private static boolean isAboutABuyer(EventContract event) {
        return event.schema().path("required").toString().contains("\"buyer\"");
    }

    private Kind kindOf(String type) {
        return Arrays.stream(Kind.values()).filter(kind -> catalogue.types(kind).contains(type)).findFirst()
                .orElseThrow();
    }

    private static EventMeta event(Sample sample) {
        return new EventMeta("topic", "s-1", sample.type(), "s", 1, Instant.EPOCH, Actor.system("test"));
    }
}
