package io.shopcare.presale;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.contracts.ConsumerNeeds;
import io.shopcare.platform.testkit.contracts.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/** Every event that this service reads is of the contract, and all its samples are understood, with fields added. */
class ConsumedEventsTest extends PresaleTest {
    @Autowired
    private List<Subscription> subscriptions;

    @Test
    @DisplayName("every consumer says whether it keeps what it hears, so that it can be built anew, or acts on it")
    void saysWhatItIsFor() {
        assertThat(subscriptions).isNotEmpty().allMatch(one -> one.acts() || one.keeps() != null,
                "says what it is for");
        assertThat(subscriptions.stream().map(Subscription::keeps).filter(Objects::nonNull)
                .flatMap(model -> model.kept().stream()).map(ReadModel.Kept::collection))
                .containsExactlyInAnyOrder("known_orders", "known_stock");
    }

    @Test
    @DisplayName("G4 no event that keeps to its schema is refused by who reads it: what they need is promised")
    void needsOnlyWhatIsPromised() {
        assertThat(ConsumerNeeds.unpromised(subscriptions)).isEmpty();
    }

    @Test
    void understandsEverySample() throws JsonProcessingException {
        var read = new ArrayList<String>();
        for (var subscription : subscriptions)
            for (var type : subscription.types()) {
                assertThat(Contracts.events().get(type).topic()).isEqualTo(subscription.topic());
                for (var sample : Contracts.samplesWithUnknownFields(type).toList()) {
                    var data = Json.WIRE.readValue(sample.text(), subscription.dataType(type));
                    assertThat(data).as(sample.toString()).hasNoNullFieldsOrPropertiesExcept("conversationId");
                    read.add(type);
                }
            }
        assertThat(read).contains("order.placed.v1", "order.held.v1", "stock.listed.v1", "stock.changed.v1");
    }
}
