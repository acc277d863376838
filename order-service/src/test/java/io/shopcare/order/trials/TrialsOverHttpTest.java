package io.shopcare.order.trials;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.order.FakeProvider;
import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.People;
import io.shopcare.order.ShopFront;
import io.shopcare.order.Until;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop tries rules on what it sold before it turns them on, and reads its figures. */
@OrderServiceTest
class TrialsOverHttpTest {
    private static final TestPerson STRANGER = TestPerson.staff("guan", "manager", "harbor");

    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    @Autowired
    private Clock clock;

    @Test
    @Tag("O6")
    @DisplayName("O6 a trial on past orders runs by itself to its end, counts and names samples, and changes no order")
    void triesRules() {
        var order = aPaidOrder();
        var set = api.as(People.ZHU).post("/api/order/rule-sets", Map.of("shop", "nuanyang", "note", "a try", "rules",
                Map.of("amount-is-within-the-limit", Map.of("says", "hold", "settings", Map.of("limits",
                        java.util.List.of(ShopFront.cny("898.99")))))))
                .expect(201).at("/ruleSetId");
        var window = Map.of("from", clock.instant().minus(Duration.ofDays(1)), "until", clock.instant().plusSeconds(9));
        var path = "/api/order/rule-sets/" + set + "/trials";
        api.as(People.AN).post(path, window).expect(403);
        api.as(STRANGER).post(path, window).expect(404);
        assertThat(api.as(People.ZHU).post(path, Map.of("from", clock.instant(), "until", clock.instant().minusSeconds(
                1))).expect(400).at("/errors/0/field")).isEqualTo("until");
        var started = api.as(People.ZHU).post(path, window).expect(202);
        assertThat(started.at("/state")).isEqualTo("running");

        var done = Until.it(() -> api.as(People.AN).with("Accept-Language", "zh-CN").get(started.header("Location"))
                .expect(200), trial -> trial.at("/state").equals("finished"));
        assertThat(done.json().at("/tally/looked").asLong()).isPositive();
        assertThat(done.json().at("/tally/onlyNow").asLong()).isPositive();
        assertThat(done.json().at("/samples")).anySatisfy(sample -> assertThat(sample.at("/message").asText())
                .isEqualTo("订单金额 899.00 超过 898.99,需要人工确认"));
        assertThat(api.as(People.AN).get("/api/order/orders/" + order).at("/state/audit")).isEqualTo("approved");
        api.as(STRANGER).get(started.header("Location")).expect(404);
        var newest = api.as(People.AN).get("/api/order/trials?shop=nuanyang&limit=1").expect(200);
        assertThat(newest.at("/items/0/trialId")).isEqualTo(done.at("/trialId"));
        assertThat(newest.at("/items/0/onlyNow")).isEqualTo(done.at("/tally/onlyNow"));
        api.as(STRANGER).get("/api/order/trials?shop=nuanyang").expect(404);
    }

    @Test
    @Tag("O18")
    @DisplayName("O18 the figures of a window for those in charge: audited, straight through, audit time")
    void showsFigures() {
        aPaidOrder();
        var path = "/api/order/figures?shop=nuanyang&from=" + clock.instant().minus(Duration.ofDays(1)) + "&until="
                + clock.instant().plus(Duration.ofDays(1));
        var figures = Until.it(() -> api.as(People.ZHU).get(path).expect(200),
                answer -> answer.json().at("/straightThrough").asLong() > 0);
        assertThat(figures.json().at("/auditTime/medianMillis").asLong()).isPositive();
        assertThat(figures.json().at("/hours")).as("some hour of the window")
                .anySatisfy(hour -> assertThat(hour.at("/states/paid").asLong()).isPositive());
        api.as(People.AN).get(path).expect(403);
        api.as(STRANGER).get(path).expect(404);
        assertThat(api.as(People.ZHU).get("/api/order/figures?shop=nuanyang&from=2026-01-01T00:00:00Z"
                + "&until=2026-03-01T00:00:00Z").expect(400).at("/errors/0/code")).isEqualTo("out-of-range");
    }

    private String aPaidOrder() {
        var shop = new ShopFront(api, "nuanyang");
        var id = shop.order(People.LIN, shop.onTheShelf("coat", "899.00", 1), 1).expect(201).at("/orderId");
        var payment = api.as(People.LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201);
        provider.tell(api, "payment.succeeded", "n-" + id, payment.at("/paymentNo"), "899.00", "CNY").expect(204);
        Until.it(() -> api.as(People.AN).get("/api/order/orders/" + id).expect(200),
                order -> order.at("/state/audit").equals("approved"));
        return id;
    }
}
