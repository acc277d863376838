package io.shopcare.crm.trail;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
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
    /** Not about a customer: stock. One thing on the trail is the conversation, not each of its messages. */
    private static final Set<String> LEFT_OUT = Set.of("message.posted.v1", "stock.changed.v1", "stock.listed.v1",
            "stock.reserved.v1", "stock.released.v1");

    private final TrailCatalogue catalogue = TrailCatalogue.shipped();

    @Test
    @DisplayName("C2: every event of the contract is on the trail or left out on purpose")
    void knowsAllEvents() {
        var wanted = new TreeSet<>(Contracts.events().keySet());
        wanted.removeAll(LEFT_OUT);
        var known = Arrays.stream(Kind.values()).flatMap(kind -> catalogue.types(kind).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).isEqualTo(wanted);
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
        return Contracts.events().keySet().stream().filter(type -> !LEFT_OUT.contains(type))
                .flatMap(Contracts::samples);
    }

    private Kind kindOf(String type) {
        return Arrays.stream(Kind.values()).filter(kind -> catalogue.types(kind).contains(type)).findFirst()
                .orElseThrow();
    }

    private static EventMeta event(Sample sample) {
        return new EventMeta("topic", "s-1", sample.type(), "s", 1, Instant.EPOCH, Actor.system("test"));
    }
}
