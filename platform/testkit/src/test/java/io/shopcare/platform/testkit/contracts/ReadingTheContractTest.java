package io.shopcare.platform.testkit.contracts;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingTheContractTest {
    private final ContractSchema placed = Contracts.producerSchema("order.placed.v1");

    @Test
    void acceptsWhatIsAsAgreed() {
        assertThat(placed.validate(anOrder())).isEmpty();
        placed.check(anOrder().toString());
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var order = anOrder();
        ((ObjectNode) order.at("/lines/1/amount")).put("amount", "249,85");
        assertThat(placed.validate(order)).extracting(Violation::path).containsExactly("lines[1].amount.amount");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        var order = anOrder();
        order.remove("total");
        assertThat(placed.validate(order)).extracting(Violation::path).containsExactly("total");
    }

    @Test
    void refusesAFieldThatNobodyAgreedOn() {
        var order = anOrder();
        ((ObjectNode) order.path("buyer")).put("phone", "13800000000");
        assertThat(placed.validate(order)).extracting(Violation::path).containsExactly("buyer.phone");
        assertThatThrownBy(() -> placed.check(order.toString())).isInstanceOf(AssertionError.class)
                .hasMessageContaining("order.placed.v1")
                .hasMessageContaining("buyer.phone");
    }

    @Test
    void refusesTheThirtiethOfFebruary() {
        var order = anOrder().put("occurredAt", "2026-02-30T00:00:00Z");
        assertThat(placed.validate(order)).extracting(Violation::path).containsExactly("occurredAt");
    }

    @Test
    void refusesTextThatIsNotJson() {
        assertThat(placed.validate("{")).extracting(Violation::message).singleElement().asString()
                .startsWith("is not JSON");
    }

    @Test
    void addsUnknownFieldsToEveryObjectAndLeavesTheSampleAlone() {
        var before = anOrder();
        var sample = Contracts.samplesWithUnknownFields("order.placed.v1")
                .filter(each -> each.name().startsWith("coat-and-scarf")).findFirst().orElseThrow();
        for (String pointer : List.of("", "/buyer", "/lines/0", "/lines/1/product/returnTerms", "/total"))
            assertThat(sample.data().at(pointer).has("unknownText")).as(pointer).isTrue();
        assertThat(anOrder()).isEqualTo(before);
    }

    @Test
    void putsNewValuesWhereTheyMayGrowAndNowhereElse() {
        var sample = Contracts.samplesWithNewValues("order.placed.v1")
                .filter(each -> each.name().startsWith("coat-and-scarf")).findFirst().orElseThrow();
        for (String pointer : List.of("/source", "/discounts/0/kind", "/promises/1/kind",
                "/lines/0/product/returnTerms/intact"))
            assertThat(sample.data().at(pointer)).as(pointer).isEqualTo(NewValues.VALUE);
        assertThat(sample.data().at("/actor/kind").asText()).isEqualTo("buyer");
        assertThat(placed.validate(sample.data())).extracting(Violation::message)
                .allMatch(message -> message.contains("enumeration"));
    }

    @Test
    void tellsAStoryWithKeysSequencesAndTimes() {
        var story = Contracts.story("a-sale-and-a-return");
        var order = story.stream().filter(event -> event.event().topic().equals("shopcare.order.orders")).toList();
        assertThat(order).extracting(RecordedEvent::key).containsOnly(anOrder().path("orderId").asText());
        assertThat(order).extracting(RecordedEvent::sequence).startsWith(1L, 2L, 3L).isSorted();
        assertThat(order.getFirst()).hasToString("order.placed.v1 coat-and-scarf #1");
        assertThat(order.getFirst().time()).isEqualTo("2026-11-10T01:52:10Z");
    }

    @Test
    void saysWhatThereIsWhenAskedForSomethingElse() {
        assertThatThrownBy(() -> Contracts.producerSchema("order.placed"))
                .hasMessageContaining("order.placed is not in the contract")
                .hasMessageContaining("order.placed.v1");
    }

    @Test
    void knowsProblemsAndReasons() {
        assertThat(Contracts.problems().get("contention")).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo("urn:shopcare:problem:contention");
            assertThat(problem.status()).isEqualTo(503);
        });
        assertThat(Contracts.reasons().get("order").get("stock-short").placeholders())
                .containsExactly("available", "sku", "wanted");
    }

    private static ObjectNode anOrder() {
        return Contracts.sample("order.placed.v1", "coat-and-scarf").data().deepCopy();
    }
}
