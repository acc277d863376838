package io.shopcare.crm.http;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.news.Happenings;
import io.shopcare.crm.news.Story;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events come in by the broker, profiles and trails are read over HTTP, as the roles allow. */
@CrmTest
class CustomersOverHttpTest {
    private static final TestPerson KE = TestPerson.staff("ke", "crm", "nuanyang");
    private static final TestPerson MEI = TestPerson.staff("mei", "presales", "nuanyang");
    private static final TestPerson LIN = TestPerson.buyer("lin", "nuanyang");
    private static final String CARD = "/api/crm/customers/by-buyer?shop=nuanyang&channel=web&buyerId=";

    @Autowired
    private Api api;
    @Autowired
    private Wire wire;

    @BeforeEach
    void theStoryIsHeard() {
        wire.publish(Story.happenings());
        await().untilAsserted(() -> {
            var card = api.as(MEI).get(CARD + "lin").expect(200);
            assertThat(card.at("/figures/spending/0/refunded/amount")).isEqualTo("249.85");
            assertThat(card.at("/figures/spending/0/paid/amount")).isEqualTo("1103.90");
            assertThat(card.at("/figures/cases")).isEqualTo("1");
            assertThat(card.at("/figures/openCases")).isEqualTo("0");
            assertThat(card.at("/figures/conversations")).isEqualTo("1");
        });
    }

    @Test
    @DisplayName("C1, C3, C4: the customer card of the story, with figures, group and stage")
    void showsTheCard() {
        var card = api.as(TestPerson.service("presale-service")).get(CARD + "lin").expect(200);
        assertThat(card.header("ETag")).isNotEmpty();
        assertThat(card.at("/figures/spending/0/net/amount")).isEqualTo("854.05");
        assertThat(card.at("/figures/orders")).isEqualTo("1");
        assertThat(card.at("/figures/returnRate")).isEqualTo("1.0000");
        assertThat(card.at("/group")).isEqualTo("new");
        assertThat(card.at("/rfm/score/monetary")).isEqualTo("4");
        assertThat(card.at("/rfm/cutPoints")).startsWith("2026-11-01");
        assertThat(card.at("/lifecycle/stage")).isEqualTo("new");
        assertThat(card.at("/attributes/language")).isEqualTo("zh-CN");
        assertThat(card.at("/attributes/region/city")).isEqualTo("330100");
    }

    @Test
    @DisplayName("C1: a buyer sees their own card and trail, and nobody else's; other shops' staff see nothing")
    void showsBuyersTheirOwn() {
        var id = api.as(LIN).get(CARD + "lin").expect(200).at("/customerId");
        var tom = TestPerson.buyer("tom", "nuanyang");
        var bo = TestPerson.staff("bo", "crm", "harbor");
        api.as(LIN).get("/api/crm/customers/" + id).expect(200);
        for (var stranger : new TestPerson[]{tom, bo}) {
            api.as(stranger).get(CARD + "lin").expect(404);
            api.as(stranger).get("/api/crm/customers/" + id).expect(404);
            api.as(stranger).get("/api/crm/customers/" + id + "/timeline").expect(404);
        }
        api.as(LIN).get("/api/crm/customers?shop=nuanyang").expect(403);
        api.as(bo).get("/api/crm/customers?shop=nuanyang").expect(404);
        api.as(TestPerson.staff("pei", "picker", "nuanyang")).get("/api/crm/customers/" + id).expect(403);
        api.get("/api/crm/customers/" + id).expect(401);
        api.as(KE).get("/api/crm/customers/" + Ids.next()).expect(404);
        api.as(KE).get(CARD + "nobody").expect(404);
    }

    @Test
    @DisplayName("C2: the trail has every event of the story once, newest first, page by page, however often it comes")
    void showsTheTrail() {
        wire.publish(Story.happenings());
        var id = api.as(KE).get(CARD + "lin").at("/customerId");
        await().untilAsserted(() -> {
            assertThat(othersOnTheTrail(id)).isEqualTo(Story.events().size());
            assertThat(api.as(KE).get("/api/crm/customers/" + id + "/timeline?kind=customer").json().at("/items"))
                    .hasSizeGreaterThanOrEqualTo(3);
        });
    }

    @Test
    @DisplayName("C2: a buyer's trail is without what is internal, and does not say who of the staff it was")
    void hidesWhatIsInternal() {
        var id = api.as(LIN).get(CARD + "lin").at("/customerId");
        await().untilAsserted(() -> assertThat(
                api.as(MEI).get("/api/crm/customers/" + id + "/timeline?limit=200&kind=order").expect(200).json()
                        .toString())
                .contains("order.held.v1", "\"actor\"").doesNotContain("case.opened.v1"));
        var trail = api.as(LIN).get("/api/crm/customers/" + id + "/timeline?limit=200").expect(200);
        assertThat(trail.json().toString()).contains("order.paid.v1", "refund.succeeded.v1")
                .doesNotContain("order.held.v1", "customer.rfm-changed.v1", "\"actor\"", "mei");
    }

    @Test
    @DisplayName("C1: lists a shop by group, page by page")
    void listsByGroup() {
        var shop = "shop-" + Ids.next().substring(24);
        for (int n = 0; n < 3; n++)
            wire.publish(Happenings.with(new Buyer(shop, "web", "b" + n)).buys(shop + n, Money.of("10.00", "CNY"),
                    Instant.parse("2026-11-20T00:00:00Z")).all());
        var zhu = api.as(TestPerson.staff("zhu", "supervisor", shop));
        var list = "/api/crm/customers?shop=" + shop;
        await().untilAsserted(() -> assertThat(zhu.get(list + "&group=new").expect(200).json().at("/items"))
                .hasSize(3));
        var first = zhu.get(list + "&limit=2").expect(200);
        var second = zhu.get(list + "&limit=2&after=" + first.at("/next")).expect(200);
        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().has("next")).isFalse();
        assertThat(zhu.get(list + "&group=loyal").json().at("/items")).isEmpty();
    }

    @Test
    @DisplayName("what can't be read is refused by name of the field")
    void refusesBadParameters() {
        assertThat(api.as(KE).get("/api/crm/customers?shop=nuanyang&group=whales").expect(400).at("/errors/0/code"))
                .isEqualTo("unknown-value");
        assertThat(api.as(KE).get("/api/crm/customers?shop=nuanyang&after=%21").expect(400).at("/errors/0/field"))
                .isEqualTo("after");
        api.as(KE).get("/api/crm/customers?shop=nuanyang&limit=201").expect(400);
        api.as(KE).get("/api/crm/customers").expect(400);
        var id = api.as(KE).get(CARD + "lin").at("/customerId");
        api.as(KE).get("/api/crm/customers/" + id + "/timeline?kind=gossip").expect(400);
    }

    @Test
    @DisplayName("C1, C4, C5: the customer's own events are published in sequence")
    void publishes() {
        var id = api.as(KE).get(CARD + "lin").at("/customerId");
        try (var topic = new TopicReader("shopcare.crm.customers")) {
            var heard = topic.of(id, 3);
            assertThat(heard.getFirst().type()).isEqualTo("customer.registered.v1");
            assertThat(heard).extracting(TopicReader.Heard::type).contains("customer.rfm-changed.v1",
                    "customer.lifecycle-changed.v1");
            assertThat(heard).extracting(TopicReader.Heard::sequence).startsWith(1L, 2L, 3L);
        }
    }

    /** Reads the whole trail in pages of ten; it must be newest first. */
    private int othersOnTheTrail(String id) {
        var path = "/api/crm/customers/" + id + "/timeline?limit=10";
        int entries = 0;
        var last = Instant.MAX;
        var after = "";
        do {
            var page = api.as(KE).get(path + (after.isEmpty() ? "" : "&after=" + after)).expect(200);
            for (var entry : page.json().at("/items")) {
                var at = Instant.parse(entry.at("/at").asText());
                assertThat(at).isBeforeOrEqualTo(last);
                last = at;
                entries += entry.at("/kind").asText().equals("customer") ? 0 : 1;
            }
            after = page.at("/next");
        } while (!after.isEmpty());
        return entries;
    }
}
