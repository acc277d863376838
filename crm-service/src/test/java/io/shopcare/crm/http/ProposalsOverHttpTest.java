package io.shopcare.crm.http;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.crm.QueryPlans;
import io.shopcare.crm.news.Happening;
import io.shopcare.crm.trail.Kind;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the events of other services to a proposal, and to what a person makes of it. */
@CrmTest
@Tag("C15")
class ProposalsOverHttpTest {
    private static final String PATH = "/api/crm/blacklist";

    @Autowired
    private Clock clock;
    @Autowired
    private Api api;
    @Autowired
    private Wire wire;
    @Autowired
    private QueryPlans plans;
    @Autowired
    private MongoDatabase database;

    private final String shop = "shop-" + Ids.next().substring(24);

    @Test
    @DisplayName("C15 three refused parcels, or five refunds of what was unwanted: proposed with figures; declined, accepted, once")
    void proposesAndDecides() {
        wire.publish(happenings());
        await().atMost(Duration.ofSeconds(30)).until(() -> proposals().json().path("items").size() == 2);
        var refused = proposal("refused-deliveries");
        assertThat(proposals().http().body()).contains("\"parcels\":3", "\"cases\":5", "\"percent\":100",
                "\"rules\":\"2026-11-22\"");
        assertThat(ke().get(PATH + "?shop=" + shop + "&state=listed").expect(200).json().path("items")).isEmpty();
        assertThat(ke().get(PATH + "?shop=" + shop + "&state=nowhere").expect(400).at("/errors/0/field"))
                .isEqualTo("state");

        as("an", "auditor").post(PATH + "/" + refused + "/acceptance", Map.of("words", "no")).expect(403);
        assertThat(ke().post(PATH + "/" + refused + "/acceptance", Map.of("words", "x", "expires",
                "2020-01-01T00:00:00Z")).expect(400).at("/errors/0/field")).isEqualTo("expires");
        assertThat(ke().post(PATH + "/" + refused + "/decline", Map.of("words", "地址写错了")).expect(200).at("/state"))
                .isEqualTo("declined");
        ke().post(PATH + "/" + refused + "/acceptance", Map.of("words", "x")).expect(409);
        var returns = proposal("abusive-returns");
        assertThat(ke().post(PATH + "/" + returns + "/acceptance", Map.of("words", "五单全退")).expect(200).at("/state"))
                .isEqualTo("listed");
        assertThat(proposals().json().path("items")).isEmpty();
        plans.assertAllByIndex(database);
    }

    private List<Happening> happenings() {
        var all = new ArrayList<Happening>();
        for (int i = 0; i < 3; i++) {
            var parcel = "parcel-" + i + shop;
            all.add(happening(Kind.PARCEL, "tracking.updated.v1", parcel, 1,
                    Map.of("state", "refused", "parcelId", parcel)));
            all.add(happening(Kind.PARCEL, "parcel.returned.v1", parcel, 2, Map.of("parcelId", parcel)));
        }
        for (int i = 0; i < 5; i++) {
            var it = "case-" + i + shop;
            var what = Map.of("reason", "unwanted", "caseId", it, "orderId", "order-" + i + shop);
            all.add(happening(Kind.CASE, "case.opened.v1", it, 1, what));
            all.add(happening(Kind.CASE, "case.refunded.v1", it, 2, what));
        }
        return all;
    }

    /** A sample of the contract, about another buyer. */
    private Happening happening(Kind kind, String type, String subject, long sequence, Map<String, String> with) {
        var sample = Contracts.samples(type).findFirst().orElseThrow().data().deepCopy();
        var data = (com.fasterxml.jackson.databind.node.ObjectNode) sample;
        data.put("shop", shop).set("buyer", Json.WIRE.valueToTree(Map.of("shop", shop, "channel", "web", "buyerId",
                "tom")));
        with.forEach((field, value) -> {
            if (data.has(field))
                data.put(field, value);
        });
        var topic = kind == Kind.CASE ? "shopcare.aftersale.cases" : "shopcare.order.parcels";
        return new Happening(kind, new EventMeta(topic, subject + "-" + sequence, type, subject, sequence,
                clock.instant().minusSeconds(60), Actor.system("test")), data);
    }

    private String proposal(String reason) {
        for (var item : proposals().json().path("items"))
            if (item.path("reason").asText().equals(reason))
                return item.path("entryId").asText();
        throw new AssertionError("no proposal for " + reason);
    }

    private Api.Response proposals() {
        return ke().get(PATH + "?shop=" + shop + "&state=proposed").expect(200);
    }

    private Api ke() {
        return as("ke", "crm");
    }

    private Api as(String name, String role) {
        return api.as(TestPerson.staff(name, role, shop));
    }
}
