package io.shopcare.crm.news;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.trail.Kind;
import io.shopcare.crm.trail.TrailCatalogue;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.contracts.ConsumerNeeds;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever other services send, as agreed or newer, is understood. */
class ConsumedEventsTest {
    private static final TrailCatalogue CATALOGUE = TrailCatalogue.shipped();
    private static final Set<String> OF_FACTS = Set.of("order.placed.v1", "order.paid.v1",
            "payment-request.paid.v1", "refund.succeeded.v1",
            "case.opened.v1", "return.authorised.v1", "case.resolved.v1", "case.closed.v1", "conversation.opened.v1");

    static Stream<Sample> samples() {
        return types().flatMap(Contracts::samples);
    }

    static Stream<Sample> newerSamples() {
        return types().flatMap(type -> Stream.concat(Contracts.samplesWithUnknownFields(type),
                Contracts.samplesWithNewValues(type)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("every sample gets onto the trail of its customer")
    void hearsEverySample(Sample sample) {
        assertThat(hear(sample).customers.store.all()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("newerSamples")
    @DisplayName("unknown fields and values that nobody knows yet change no figure")
    void hearsNewerSamples(Sample sample) {
        var plain = Contracts.sample(sample.type(), sample.name().replaceFirst(" with .*", ""));
        assertThat(only(hear(sample)).figures()).isEqualTo(only(hear(plain)).figures());
    }

    @Test
    @DisplayName("all that facts are made of is listened to")
    void listensToWhatFactsNeed() {
        var heard = new TreeSet<String>();
        var news = new CrmInMemory().news();
        for (var kind : Kind.values())
            heard.addAll(NewsConfiguration.subscription(CATALOGUE, kind, news).types());
        assertThat(heard).containsAll(OF_FACTS);
    }

    @Test
    @DisplayName("one consumer for each topic, under a name of its own")
    void readsEachTopicOnce() {
        var news = new CrmInMemory().news();
        var subscriptions = Arrays.stream(Kind.values())
                .map(kind -> NewsConfiguration.subscription(CATALOGUE, kind, news)).toList();
        assertThat(subscriptions).extracting(Subscription::topic).doesNotHaveDuplicates();
        assertThat(subscriptions).extracting(Subscription::name).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("G4 no event that keeps to its schema is refused by who reads it: what they need is promised")
    void needsOnlyWhatIsPromised() {
        var news = new CrmInMemory().news();
        assertThat(ConsumerNeeds.unpromised(Arrays.stream(Kind.values()).filter(kind -> kind != Kind.CUSTOMER)
                .map(kind -> NewsConfiguration.subscription(CATALOGUE, kind, news)).toList())).isEmpty();
    }

    private static Stream<String> types() {
        return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.CUSTOMER)
                .flatMap(kind -> CATALOGUE.types(kind).stream());
    }

    private static CrmInMemory hear(Sample sample) {
        var meta = new EventMeta("topic", "s-1", sample.type(), "s", 1,
                Instant.parse("2026-11-10T00:00:00Z"), Actor.system("test"));
        return new CrmInMemory().hear(List.of(new Happening(Story.kindOf(sample.type()), meta, sample.data())));
    }

    private static Customer only(CrmInMemory crm) {
        return crm.customers.store.all().stream().map(Stored::aggregate).findFirst().orElseThrow();
    }
}
