package io.shopcare.crm.http;

import java.time.Duration;
import java.time.Instant;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.crm.QueryPlans;
import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.news.Happenings;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cut points, groups and their recomputation over HTTP. */
@CrmTest
class RfmOverHttpTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @Autowired
    private Api api;
    @Autowired
    private Wire wire;
    @Autowired
    private MongoDatabase database;
    @Autowired
    private QueryPlans plans;

    private final String shop = "shop-" + Ids.next().substring(24);
    private final String rfm = "/api/crm/rfm?shop=" + shop;
    private final String recomputations = "/api/crm/rfm/recomputations?shop=" + shop;

    @Test
    @DisplayName("C4: a shop's RFM before and after it takes its own cut points, with progress and sizes of the groups")
    void recomputes() {
        aShopWith(30);
        var before = ke().get(rfm).expect(200);
        assertThat(before.at("/cutPoints/version")).isEqualTo("2026-11-01");
        assertThat(before.at("/cutPoints/orders/origin")).isEqualTo("explicit");
        assertThat(before.at("/allowedActions/0")).isEqualTo("recompute");
        assertThat(before.at("/customers")).isEqualTo("30");

        assertThat(ke().post(recomputations, null).expect(202).at("/startedBy")).isEqualTo("ke");
        isDone(1);

        var after = ke().get(rfm).expect(200);
        assertThat(after.at("/cutPoints/version")).isEqualTo("2026-11-01.1");
        assertThat(after.at("/cutPoints/recencyDays/origin")).isEqualTo("quantile");
        assertThat(after.at("/cutPoints/net/CNY/limits/0")).isEqualTo("11.00");
        assertThat(after.at("/recomputation/scored")).isEqualTo("30");
        assertThat(after.json().at("/groups")).hasSize(11);
        var one = ke().get("/api/crm/customers?shop=" + shop + "&limit=1").at("/items/0/rfm/cutPoints");
        assertThat(one).isEqualTo("2026-11-01.1");
    }

    @Test
    @DisplayName("C4: cut points that no longer hold are still found by the version that a score names")
    void keepsOldCutPoints() {
        for (int run = 1; run <= 2; run++) {
            ke().post(recomputations, null).expect(202);
            isDone(run);
        }
        var version = "/api/crm/rfm/cut-points/2026-11-01";
        await().untilAsserted(() -> assertThat(ke().get(version + ".1?shop=" + shop).expect(200).at("/version"))
                .isEqualTo("2026-11-01.1"));
        ke().get(version + ".2?shop=" + shop).expect(200);
        ke().get(version + "?shop=" + shop).expect(200);
        ke().get(version + ".9?shop=" + shop).expect(404);
    }

    @Test
    @DisplayName("C4: only crm and supervisors of the shop recompute; who works there may look; buyers may not")
    void checksRoles() {
        api.as(TestPerson.staff("mei", "presales", shop)).post(recomputations, null).expect(403);
        api.as(TestPerson.staff("ke", "crm", "elsewhere")).post(recomputations, null).expect(404);
        ke().send("POST", recomputations, null).expect(400);
        api.as(TestPerson.buyer("lin", shop)).get(rfm).expect(403);
        api.as(TestPerson.staff("ke", "crm", "elsewhere")).get(rfm).expect(404);
        var seen = api.as(TestPerson.staff("mei", "presales", shop)).get(rfm).expect(200);
        assertThat(seen.json().at("/allowedActions")).isEmpty();
    }

    @Test
    @DisplayName("the same request twice is one recomputation")
    void bearsARepeat() {
        var once = ke().with("Idempotency-Key", Ids.next());
        once.post(recomputations, null).expect(202);
        isDone(1);
        assertThat(once.post(recomputations, null).expect(202).at("/number")).isEqualTo("1");
    }

    @Test
    @DisplayName("every query that requests, events and jobs send is answered by an index")
    void asksByIndex() {
        aShopWith(6);
        ke().post(recomputations, null).expect(202);
        isDone(1);
        var list = "/api/crm/customers?limit=1&shop=" + shop;
        var page = ke().get(list).expect(200);
        ke().get(list + "&after=" + page.at("/next")).expect(200);
        ke().get(list + "&group=new").expect(200);
        ke().get(list + "&group=new&after=" + page.at("/next")).expect(200);
        var trail = "/api/crm/customers/" + page.at("/items/0/customerId") + "/timeline?limit=1";
        var first = ke().get(trail).expect(200);
        ke().get(trail + "&after=" + first.at("/next")).expect(200);
        ke().get(trail + "&kind=order&after=" + first.at("/next")).expect(200);
        await().untilAsserted(() -> assertThat(plans.shapes()).anyMatch(shape -> shape.contains("nextLookAt")));
        assertThat(plans.shapes()).anyMatch(shape -> shape.contains("\"trail\""))
                .anyMatch(shape -> shape.contains("facts_orders")).anyMatch(shape -> shape.contains("shop_rfm"))
                .anyMatch(shape -> shape.contains("distinct"));
        plans.assertAllByIndex(database);
    }

    private Api ke() {
        return api.as(TestPerson.staff("ke", "crm", shop));
    }

    private void isDone(int number) {
        await().untilAsserted(() -> {
            var seen = ke().get(rfm).expect(200);
            assertThat(seen.at("/recomputation/number")).isEqualTo(Integer.toString(number));
            assertThat(seen.at("/recomputation/state")).isEqualTo("done");
        });
    }

    private void aShopWith(int buyers) {
        for (int n = 1; n <= buyers; n++)
            wire.publish(Happenings.with(new Buyer(shop, "web", "b" + n)).buys(shop + n,
                    Money.of((10 + n) + ".00", "CNY"), NOW.minus(Duration.ofDays(n))).all());
        await().untilAsserted(() -> {
            var seen = ke().get(rfm).expect(200);
            assertThat(seen.at("/customers")).isEqualTo(Integer.toString(buyers));
            assertThat(seen.at("/groups/10/group")).isEqualTo("prospects");
            assertThat(seen.at("/groups/10/customers")).isEqualTo("0");
        });
    }
}
