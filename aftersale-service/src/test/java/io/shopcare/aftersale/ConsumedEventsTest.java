package io.shopcare.aftersale;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

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

/** Every event that this service reads is of the contract; samples are understood with fields and values added. */
class ConsumedEventsTest extends AftersaleTest {
    @Autowired
    private List<Subscription> subscriptions;

    @Test
    @DisplayName("every consumer says whether it keeps what it hears, so that it can be built anew, or acts on it")
    void saysWhatItIsFor() {
        assertThat(subscriptions).isNotEmpty().allMatch(one -> one.acts() || one.keeps() != null,
                "says what it is for");
        assertThat(subscriptions.stream().map(Subscription::keeps).filter(Objects::nonNull)
                .flatMap(model -> model.kept().stream()).map(ReadModel.Kept::collection))
                .containsExactlyInAnyOrder("order_facts", "parcel_facts", "refund_facts");
    }

    @Test
    @DisplayName("G4 no event that keeps to its schema is refused by who reads it: what they need is promised")
    void needsOnlyWhatIsPromised() {
        assertThat(ConsumerNeeds.unpromised(subscriptions)).isEmpty();
    }

    @Test
    void understandsEverySample() throws JsonProcessingException {
        var read = new TreeSet<String>();
        for (var subscription : subscriptions)
            for (var type : subscription.types()) {
                assertThat(Contracts.events().get(type).topic()).isEqualTo(subscription.topic());
                for (var sample : Contracts.samplesWithUnknownFields(type).toList())
                    assertThat(Json.WIRE.readValue(sample.text(), subscription.dataType(type))).as(sample.toString())
                            .hasNoNullFieldsOrPropertiesExcept("signedAt", "caseId", "firstAnswerBy", "chooseBy");
                for (var sample : Contracts.samplesWithNewValues(type).toList())
                    assertThat(Json.WIRE.readValue(sample.text(), subscription.dataType(type))).as(sample.toString())
                            .isNotNull();
                read.add(type);
            }
        assertThat(read).contains("order.placed.v1", "order.paid.v1", "order.delivered.v1", "parcel.created.v1",
                "refund.requested.v1", "refund.in-doubt.v1", "refund.failed.v1", "refund.succeeded.v1",
                "stock.changed.v1");
    }
}
