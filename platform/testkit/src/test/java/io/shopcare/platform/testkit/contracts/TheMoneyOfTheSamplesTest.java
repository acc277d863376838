package io.shopcare.platform.testkit.contracts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Samples teach: their amounts add up to the cent. */
class TheMoneyOfTheSamplesTest {

    static Stream<Sample> orders() {
        return Contracts.samples("order.placed.v1");
    }

    static Stream<Sample> moneyMoved() {
        return Stream.of("order.paid.v1", "refund.asked.v1", "refund.requested.v1", "refund.succeeded.v1")
                .flatMap(Contracts::samples);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void linesDiscountsAndFreightMakeTheTotal(Sample sample) {
        var order = sample.data();
        var goods = BigDecimal.ZERO;
        for (JsonNode line : order.path("lines")) {
            var price = amount(line.path("unitPrice")).multiply(BigDecimal.valueOf(line.path("quantity").asInt()));
            assertThat(amount(line.path("amount"))).isEqualTo(price.subtract(amount(line.path("discount"))));
            goods = goods.add(price);
        }
        assertThat(amount(order.path("goods"))).isEqualByComparingTo(goods);
        assertThat(sum(order.path("discounts"), "amount")).isEqualByComparingTo(sum(order.path("lines"), "discount"));
        assertThat(amount(order.path("total")))
                .isEqualByComparingTo(sum(order.path("lines"), "amount").add(amount(order.path("freight"))));
    }

    @ParameterizedTest
    @MethodSource("moneyMoved")
    void linesAndFreightAndTheTendersMakeTheAmount(Sample sample) {
        var data = sample.data();
        var whole = amount(data.has("paid") ? data.path("paid") : data.path("amount"));
        assertThat(sum(data.path("lines"), "amount").add(amount(data.path("freight")))).isEqualByComparingTo(whole);
        if (data.has("tenders"))
            assertThat(sum(data.path("tenders"), "amount")).isEqualByComparingTo(whole);
    }

    @Test
    void theStoryEndsWithTheScarfRefundedAndTheCoatKept() {
        var last = new HashMap<String, JsonNode>();
        Contracts.story("a-sale-and-a-return").forEach(event -> last.put(event.type(), event.sample().data()));
        var placed = last.get("order.placed.v1");
        assertThat(amount(placed.path("total"))).isEqualTo("1103.90");
        assertThat(last.get("order.paid.v1").path("paid")).isEqualTo(placed.path("total"));
        var scarf = placed.at("/lines/1");
        assertThat(last.get("refund.succeeded.v1").path("amount")).isEqualTo(scarf.path("amount"));
        assertThat(last.get("order.completed.v1").path("refunded")).isEqualTo(scarf.path("amount"));
        assertThat(last.get("customer.rfm-changed.v1").path("net")).isEqualTo(placed.at("/lines/0/amount"));
    }

    @Test
    void theStoryGoesForwardOnEveryKeyAndStockAddsUp() {
        var latest = new HashMap<String, RecordedEvent>();
        for (RecordedEvent event : Contracts.story("a-sale-and-a-return")) {
            var before = latest.put(event.key(), event);
            assertThat(before == null || !event.time().isBefore(before.time())).as("%s", event).isTrue();
            var figures = event.sample().data().path("figures");
            if (figures.isObject())
                assertThat(figures.path("available").asInt() + figures.path("reserved").asInt()
                        + figures.path("allocated").asInt()).isEqualTo(figures.path("onHand").asInt());
        }
    }

    private static BigDecimal sum(JsonNode list, String field) {
        var sum = BigDecimal.ZERO;
        for (JsonNode entry : list)
            sum = sum.add(amount(entry.path(field)));
        return sum;
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText());
    }
}
