package io.shopcare.presale.products;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.testkit.services.NewsOfOthers;
import io.shopcare.presale.PresaleTest;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P8: a product card with live stock, or the last known figure with its age")
class ProductCardTest extends PresaleTest {
    private static final String COAT = "COAT-WOOL-GREY-L";

    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    @AfterEach
    void orderServiceIsThere() {
        ORDERS.comesBack();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    private String path() {
        return "/api/presale/products/" + COAT + "?shop=" + shop;
    }

    private void stockIsHeardOf(String warehouse, int available) {
        var listed = NewsOfOthers.sample("stock.listed.v1", "grey-coat").put("shop", shop).put("warehouse", warehouse)
                .put("stockId", shop + "/" + warehouse + "/" + COAT).put("sku", COAT);
        listed.withObject("/figures").put("onHand", available).put("available", available).put("reserved", 0)
                .put("allocated", 0).put("damaged", 0);
        NewsOfOthers.publish("stock.listed.v1", 1, listed);
    }

    @Test
    void asksForTheLiveFigure() {
        ORDERS.answers("/api/order/skus/" + COAT + "?shop=" + shop, """
                {"sku":"%s","title":"羊毛大衣 灰色 L","price":{"amount":"899.00","currency":"CNY"},"onSale":true,"grams":1400,
                 "stock":{"onHand":3,"reserved":0,"allocated":0,"available":3}}""".formatted(COAT));
        var card = api.as(buyer("lin")).get(path()).expect(200);
        assertThat(card.at("/availability")).isEqualTo("fresh");
        assertThat(card.at("/value/stock/available")).isEqualTo("3");
        assertThat(card.at("/value/price/amount")).isEqualTo("899.00");
    }

    @Test
    void showsTheLastKnownFigureWithItsAge() {
        stockIsHeardOf("hangzhou", 3);
        stockIsHeardOf("wuhan", 2);
        ORDERS.goesAway();
        until("both heard", () -> api.as(buyer("lin")).get(path()).at("/value/stock/available").equals("5"));
        var card = api.as(buyer("lin")).get(path()).expect(200);
        assertThat(card.at("/availability")).isEqualTo("copy");
        assertThat(card.json().at("/ageSeconds").isNumber()).isTrue();
        assertThat(card.at("/value/onSale")).isEqualTo("true");
    }

    @Test
    void saysThatNothingIsKnown() {
        ORDERS.goesAway();
        var card = api.as(buyer("lin")).get(path()).expect(200);
        assertThat(card.at("/availability")).isEqualTo("not-available");
        assertThat(card.json().has("value")).isFalse();
    }

    @Test
    void doesNotAskAServiceThatIsDownAgainAndAgain() {
        ORDERS.goesAway();
        until("the breaker opens", () -> {
            api.as(buyer("lin")).get(path()).expect(200);
            return breakers.circuitBreaker("order-service").getState() == CircuitBreaker.State.OPEN;
        });
        ORDERS.comesBack();
        assertThat(api.as(buyer("lin")).get(path()).expect(200).at("/availability")).isEqualTo("not-available");
    }

    @Test
    void aSkuThatDoesNotExistIsNotFound() {
        api.as(buyer("lin")).get(path()).expect(404);
        api.as(buyer("lin")).get("/api/presale/products/" + COAT + "?shop=elsewhere").expect(404);
    }
}
