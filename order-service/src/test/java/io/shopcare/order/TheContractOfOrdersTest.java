package io.shopcare.order;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.contracts.ConsumerNeeds;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/** Every event that any consumer of this service reads, as its producer sends it today and might tomorrow. */
@OrderServiceTest
class TheContractOfOrdersTest {
    @Autowired
    private List<Subscription> subscriptions;

    @Test
    @DisplayName("every consumer says whether it keeps what it hears, so that it can be built anew, or acts on it")
    void saysWhatItIsFor() {
        assertThat(subscriptions).isNotEmpty().allMatch(one -> one.acts() || one.keeps() != null,
                "says what it is for");
        assertThat(subscriptions.stream().map(Subscription::keeps).filter(Objects::nonNull)
                .flatMap(model -> model.kept().stream()).map(ReadModel.Kept::collection))
                .containsExactlyInAnyOrder("promises_of_conversations", "order_facts", "blacklist_facts");
    }

    @Test
    @DisplayName("G4 no event that keeps to its schema is refused by who reads it: what they need is promised")
    void needsOnlyWhatIsPromised() {
        assertThat(ConsumerNeeds.unpromised(subscriptions)).isEmpty();
    }

    @Test
    @DisplayName("G5 consumers understand every sample, with unknown fields and unknown values")
    void understandsWhatItHears() {
        assertThat(subscriptions).hasSizeGreaterThan(6);
        for (var subscription : subscriptions)
            for (var type : subscription.types()) {
                assertThat(Contracts.events().get(type).topic()).as(type).isEqualTo(subscription.topic());
                Stream.of(Contracts.samples(type), Contracts.samplesWithUnknownFields(type),
                        Contracts.samplesWithNewValues(type)).flatMap(samples -> samples)
                        .forEach(sample -> read(subscription, type, sample));
            }
    }

    private static void read(Subscription subscription, String type, Sample sample) {
        try {
            var data = Json.WIRE.readValue(sample.text(), subscription.dataType(type));
            assertThat(data).as("%s by %s", sample, subscription.name()).isNotNull().hasNoNullFieldsOrPropertiesExcept(
                    optional(subscription, type));
        } catch (JsonProcessingException e) {
            throw new AssertionError(subscription.name() + " stumbles over " + sample, e);
        }
    }

    /** Fields that the contract does not promise may be missing. */
    private static String[] optional(Subscription subscription, String type) {
        var required = Contracts.events().get(type).schema().path("required").toString();
        return Stream.of(subscription.dataType(type).getRecordComponents()).map(part -> part.getName())
                .filter(name -> !required.contains("\"" + name + "\"")).toArray(String[]::new);
    }
}
