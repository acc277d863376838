package io.shopcare.presale.beside;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.NewsOfOthers;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.presale.PresaleTest;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P16: beside the chat, each part on its own")
class BesideTheChatTest extends PresaleTest {
    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    @AfterEach
    void neighboursAreThere() {
        CRM.comesBack();
        ORDERS.comesBack();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    private void knowLin() {
        CRM.answers("/api/crm/customers/by-buyer?shop=" + shop + "&channel=web&buyerId=lin", """
                {"customerId":"c-1","shop":"%s","group":"loyal","lifecycle":{"stage":"active","limits":"v1"},
                 "figures":{"ordersPlaced":3,"ordersPaid":2,"openCases":1,"conversations":4,
                            "spending":[{"currency":"CNY","net":{"amount":"1103.90","currency":"CNY"}}]}}"""
                .formatted(shop));
        ORDERS.answers("/api/order/orders?shop=" + shop + "&channel=web&buyerId=lin&limit=20", """
                {"items":[{"orderId":"o-1","orderNo":"NY-1","phase":"paid","address":{"phone":"13812345678"},
                           "total":{"amount":"1103.90","currency":"CNY"}}]}""");
    }

    @Test
    void showsCustomerAndOrders() {
        knowLin();
        var id = anActiveConversation(buyer("lin"), agent("mei"));
        var beside = api.as(agent("mei")).get("/api/presale/conversations/" + id + "/beside").expect(200);
        assertThat(beside.at("/customer/availability")).isEqualTo("fresh");
        assertThat(beside.at("/customer/value/lifecycle/stage")).isEqualTo("active");
        assertThat(beside.at("/customer/value/figures/spending/0/net/amount")).isEqualTo("1103.90");
        assertThat(beside.at("/orders/value/0/phase")).isEqualTo("paid");
        assertThat(beside.http().body()).doesNotContain("13812345678");
    }

    @Test
    void oneThatIsAwayDoesNotHoldUpTheOther() {
        knowLin();
        CRM.goesAway();
        var id = anActiveConversation(buyer("lin"), agent("mei"));
        var beside = api.as(agent("mei")).get("/api/presale/conversations/" + id + "/beside").expect(200);
        assertThat(beside.at("/customer/availability")).isEqualTo("not-available");
        assertThat(beside.json().at("/customer").has("value")).isFalse();
        assertThat(beside.at("/orders/availability")).isEqualTo("fresh");
        says(agent("mei"), id, "在的").expect(201);
    }

    @Test
    void saysThatThereIsNoCustomerYet() {
        var id = anActiveConversation(buyer("newcomer"), agent("mei"));
        assertThat(api.as(agent("mei")).get("/api/presale/conversations/" + id + "/beside").expect(200)
                .at("/customer/availability")).isEqualTo("none");
    }

    @Test
    void showsTheOrdersHeardOfWhenTheServiceIsAway() {
        var orderId = Ids.next();
        ObjectNode placed = NewsOfOthers.sample("order.placed.v1", "coat-and-scarf").put("shop", shop)
                .put("orderId", orderId);
        placed.withObject("/buyer").put("shop", shop).put("buyerId", "lin");
        NewsOfOthers.publish("order.placed.v1", 1, placed);
        ORDERS.goesAway();
        var id = anActiveConversation(buyer("lin"), agent("mei"));
        var path = "/api/presale/conversations/" + id + "/beside";
        until("heard", () -> api.as(agent("mei")).get(path).at("/orders/availability").equals("copy"));
        var beside = api.as(agent("mei")).get(path).expect(200);
        assertThat(beside.at("/orders/value/0/orderId")).isEqualTo(orderId);
        assertThat(beside.json().at("/orders/ageSeconds").isNumber()).isTrue();
    }

    @Test
    void isForStaffOfTheShop() {
        var id = anActiveConversation(buyer("lin"), agent("mei"));
        api.as(buyer("lin")).get("/api/presale/conversations/" + id + "/beside").expect(403);
        api.as(TestPerson.staff("jun", "presales", "elsewhere"))
                .get("/api/presale/conversations/" + id + "/beside").expect(404);
    }
}
