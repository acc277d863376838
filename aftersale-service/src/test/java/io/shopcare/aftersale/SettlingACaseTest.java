package io.shopcare.aftersale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.openapi.OpenApiRules;
import io.shopcare.platform.testkit.services.NewsOfOthers;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** Cases over HTTP and the broker, by people with their own tokens. */
class SettlingACaseTest extends AftersaleTest {
    @Autowired
    private MongoDatabase database;

    @AfterEach
    void orderServiceIsThereForTheNextTest() {
        ORDERS.comesBack();
    }

    @Test
    @DisplayName("S1: a scarf comes back and its money goes back; the buyer is told each step")
    void returnsAScarf() {
        orderServiceKnowsTheOrder();
        var opened = opens(LIN).expect(201);
        var id = opened.at("/id");
        assertThat(opened.at("/caseNo")).matches("AS\\d{8}-\\d{4}");
        assertThat(opened.header("Location")).isEqualTo("/api/aftersale/cases/" + id);
        assertThat(opened.at("/phase")).isEqualTo("opened");
        assertThat(opened.at("/order/source")).isEqualTo("asked");
        assertThat(opened.json().at("/rights/0/eligible").asBoolean()).isTrue();
        assertThat(rules(opened.json())).contains("R1", "R4", "R8");
        assertThat(texts(opened.json(), "/allowedActions")).containsExactly("closure");

        does(SHU, id, "verification", Map.of("verifiedReason", "unwanted")).expect(200);
        offersTwo(id);
        assertThat(texts(sees(LIN, id).json(), "/allowedActions")).containsExactly("choice", "refusal", "closure");
        var chosen = chooses(LIN, id, "return-and-refund").expect(200);
        assertThat(chosen.at("/chosen/amount/amount")).isEqualTo("249.85");
        assertThat(chosen.at("/goodsReturn/freightBy")).isEqualTo("buyer");
        does(LIN, id, "goods-sent", Map.of("carrier", "shunfeng", "waybill", "SF1040099120044")).expect(200);
        does(KU, id, "goods-received", Map.of()).expect(200);
        var graded = does(JIAN, id, "grading",
                Map.of("lines", List.of(Map.of("lineId", "2", "quantity", 1, "grade", "as-new")))).expect(200);
        assertThat(graded.at("/phase")).isEqualTo("refunding");
        assertThat(graded.at("/lines/0/money")).isEqualTo("asked");

        NewsOfOthers.publish("refund.requested.v1", 1, aboutTheRefund(id, "refund.requested.v1", "scarf"));
        NewsOfOthers.publish("refund.in-doubt.v1", 2, aboutTheRefund(id, "refund.in-doubt.v1", "provider-timed-out"));
        until("in doubt", () -> sees(LIN, id).at("/lines/0/money").equals("in-doubt"));
        NewsOfOthers.publish("refund.succeeded.v1", 3, aboutTheRefund(id, "refund.succeeded.v1", "scarf"));
        until("closed", () -> sees(LIN, id).at("/phase").equals("closed"));
        assertThat(sees(LIN, id).at("/refunded/amount")).isEqualTo("249.85");

        try (var topic = new TopicReader("shopcare.aftersale.cases")) {
            var heard = topic.of(id, 12);
            assertThat(heard).extracting(TopicReader.Heard::type).containsExactly("case.opened.v1",
                    "case.verified.v1", "remedies.proposed.v1", "remedy.chosen.v1", "return.authorised.v1",
                    "goods.sent-back.v1", "goods.received.v1", "goods.graded.v1", "refund.asked.v1",
                    "case.refunded.v1", "case.resolved.v1", "case.closed.v1");
            assertThat(heard).extracting(TopicReader.Heard::sequence).isSorted().doesNotHaveDuplicates();
            heard.forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
        }
        until("told", () -> texts(api.as(LIN).get("/api/aftersale/notices?caseId=" + id).json(), "/items", "kind")
                .containsAll(List.of("case-opened", "remedies-proposed", "return-authorised", "goods-received",
                        "case-refunded")));
        var told = api.as(LIN).get("/api/aftersale/notices?caseId=" + id).expect(200).json().at("/items/0");
        assertThat(told.path("language").asText()).isEqualTo("zh-CN");
        assertThat(told.path("to").asText()).isEqualTo("l***@example.com");
    }

    @Test
    @DisplayName("A2, A7: a line that is named twice, or more units than there can be, are refused by the field")
    void refusesWhatAddsUpToSomethingElse() {
        orderServiceKnowsTheOrder();
        var line = Map.of("lineId", "2", "quantity", 1);
        var twice = api.as(LIN).post("/api/aftersale/cases", Map.of("shop", "nuanyang", "orderId", orderId, "kind",
                "return-and-refund", "reason", "unwanted", "lines", List.of(line, line))).expect(400);
        assertThat(twice.at("/errors/0/field")).isEqualTo("lines");
        assertThat(twice.at("/errors/0/code")).isEqualTo("duplicate");

        var id = opens(LIN).expect(201).at("/id");
        var most = Map.of("lineId", "2", "quantity", Integer.MAX_VALUE, "grade", "as-new");
        var wraps = does(JIAN, id, "grading", Map.of("lines", List.of(most, most,
                Map.of("lineId", "2", "quantity", 3, "grade", "as-new")))).expect(400);
        assertThat(wraps.at("/errors/0/field")).matches("lines\\[[01]]\\.quantity");
        does(KU, id, "goods-received", Map.of("warehouse", " ")).expect(400);
        var broken = does(SHU, id, "verification", Map.of("verifiedReason", "unwanted", "broken",
                Map.of("2\0", List.of("tag-cut")))).expect(400);
        assertThat(broken.at("/errors/0/field")).startsWith("broken");
    }

    @Test
    @DisplayName("A2: a twin of the request meets the same case, a second request joins it")
    void opensOneCasePerLineAndKind() {
        orderServiceKnowsTheOrder();
        var request = Map.<String, Object>of("shop", SHOP, "orderId", orderId, "kind", "return-and-refund", "reason",
                "unwanted", "lines", List.of(Map.of("lineId", "2", "quantity", 1)));
        var lin = api.as(LIN).with("Idempotency-Key", "k-" + orderId);
        var first = lin.post("/api/aftersale/cases", request).expect(201);
        var twin = lin.post("/api/aftersale/cases", request).expect(201);
        assertThat(twin.at("/id")).isEqualTo(first.at("/id"));
        assertThat(twin.json().at("/requests")).hasSize(1);
        var second = opens(SHU, request).expect(200);
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(second.json().at("/requests")).hasSize(2);
        opens(LIN, Map.of("shop", SHOP, "orderId", orderId, "kind", "refund-only", "reason", "quality", "lines",
                List.of(Map.of("lineId", "2", "quantity", 1)))).expect(201);
    }

    @Test
    @DisplayName("G2 C16: what a buyer wrote is masked for the shop's people; in full for a purpose, each look in the audit trail")
    void showsWordsForAPurpose() {
        orderServiceKnowsTheOrder();
        var words = "请打 13987654321 或写信给 lin.xiaoyu@example.com";
        var id = opens(LIN, Map.of("shop", SHOP, "orderId", orderId, "kind", "return-and-refund", "reason", "unwanted",
                "lines", List.of(Map.of("lineId", "2", "quantity", 1)), "words", words)).expect(201).at("/id");
        assertThat(sees(LIN, id).at("/requests/0/words")).isEqualTo(words);
        assertThat(sees(SHU, id).at("/requests/0/words")).isEqualTo("请打 139****4321 或写信给 l***@example.com");

        Map<String, Object> toCall = Map.of("purpose", "call-the-buyer");
        assertThat(does(SHU, id, "words-disclosures", toCall).expect(200).at("/words/0")).isEqualTo(words);
        assertThat(database.getCollection("audit_trail").find(Filters.and(eq("parent", id), eq("command",
                "disclose-words"))).into(new ArrayList<>())).singleElement().satisfies(line -> {
                    assertThat(line.get("facts", Document.class)).containsEntry("purpose", "call-the-buyer");
                    assertThat(line.get("actor", Document.class)).containsEntry("id", SHU.id());
                    assertThat(line.toJson()).doesNotContain("13987654321");
                });
        does(SHU, id, "words-disclosures", Map.of("purpose", "curiosity")).expect(400);
        does(LIN, id, "words-disclosures", toCall).expect(403);
        does(TestPerson.staff("jun", "aftersales", "harbor"), id, "words-disclosures", toCall).expect(404);
    }

    @Test
    void isNotThereForOthers() {
        orderServiceKnowsTheOrder();
        var id = opens(LIN).expect(201).at("/id");
        sees(TestPerson.buyer("tom", SHOP), id).expect(404);
        sees(TestPerson.buyer("lin", "harbor"), id).expect(404);
        sees(TestPerson.staff("jun", "aftersales", "harbor"), id).expect(404);
        opens(TestPerson.buyer("tom", SHOP)).expect(404);
        opens(TestPerson.staff("jun", "aftersales", "harbor")).expect(404);
        sees(KU, id).expect(200);
        assertThat(sees(KU, id).json().at("/desk").isMissingNode()).isTrue();
        assertThat(sees(KU, id).json().at("/requests/0/words").isMissingNode()).isTrue();
        assertThat(sees(SHU, id).at("/requests/0/words")).isEqualTo("颜色和想象的不一样");
    }

    @Test
    void asksForARole() {
        orderServiceKnowsTheOrder();
        var id = opens(LIN).expect(201).at("/id");
        does(LIN, id, "verification", Map.of("verifiedReason", "quality")).expect(403);
        does(KU, id, "remedies", Map.of("remedies", List.of(Map.of("kind", "return-and-refund")))).expect(403);
        offersTwo(id);
        var remedy = sees(LIN, id).at("/proposal/remedies/0/remedyId");
        does(SHU, id, "choice", Map.of("remedyId", remedy)).expect(403);
        does(SHU, id, "refund-approval", Map.of("approved", true)).expect(403);
        does(LIN, id, "grading", Map.of("lines", List.of(Map.of("lineId", "2", "quantity", 1, "grade", "as-new"))))
                .expect(403);
    }

    @Test
    @DisplayName("S4: an engraved ring is not returnable without reason, and the answer cites its rule")
    void tellsWhatTheRulesGive() {
        orderServiceKnowsTheOrder();
        var rights = api.as(LIN).with("Accept-Language", "zh-CN")
                .get("/api/aftersale/orders/" + orderId + "/rights?reason=unwanted").expect(200).json();
        assertThat(rights.at("/rights")).hasSize(2);
        assertThat(rights.at("/rights/0/citations/0/rule").asText()).isEqualTo("R1");
        assertThat(rights.at("/rights/0/citations/0/text").asText()).contains("七日");
        api.as(TestPerson.buyer("tom", SHOP)).get("/api/aftersale/orders/" + orderId + "/rights").expect(404);
    }

    @Test
    void saysWhyNotInTheCallersLanguage() {
        orderServiceKnowsTheOrder();
        var id = opens(LIN).expect(201).at("/id");
        var one = Map.<String, Object>of("remedies", List.of(Map.of("kind", "return-and-refund")));
        var refusal = api.as(SHU).with("Accept-Language", "zh-CN")
                .post("/api/aftersale/cases/" + id + "/remedies", one).expect(422);
        assertThat(refusal.at("/reason")).isEqualTo("too-few-remedies");
        assertThat(refusal.at("/detail")).contains("至少提供两种方案");
        assertThat(does(LIN, id, "goods-sent", Map.of("carrier", "shunfeng", "waybill", "SF1040099120044"))
                .expect(409).at("/reason")).isEqualTo("not-in-this-phase");
        assertThat(opens(LIN, Map.of("shop", SHOP, "orderId", orderId, "kind", "exchange", "reason", "unwanted",
                "lines", List.of(Map.of("lineId", "1", "quantity", 1)))).expect(400).at("/errors/0/code"))
                .isEqualTo("unknown-value");
    }

    @Test
    @DisplayName("A8: above the agent's authority somebody else approves")
    void waitsForTheSupervisor() {
        orderServiceKnowsTheOrder();
        var id = opens(LIN, Map.of("shop", SHOP, "orderId", orderId, "kind", "return-and-refund", "reason", "unwanted",
                "lines", List.of(Map.of("lineId", "1", "quantity", 1)))).expect(201).at("/id");
        offersTwo(id);
        chooses(LIN, id, "return-and-refund").expect(200);
        does(KU, id, "goods-received", Map.of("warehouse", "hangzhou-1")).expect(200);
        does(JIAN, id, "grading", Map.of("lines", List.of(Map.of("lineId", "1", "quantity", 1, "grade", "as-new"))))
                .expect(200);
        assertThat(sees(SHU, id).at("/waitingFor")).isEqualTo("supervisor");
        assertThat(texts(api.as(ZHU).get("/api/aftersale/cases?shop=" + SHOP + "&waitingFor=supervisor").expect(200)
                .json(), "/items", "id")).contains(id);
        var approved = does(ZHU, id, "refund-approval", Map.of("approved", true)).expect(200);
        assertThat(approved.at("/refunds/0/amount/amount")).isEqualTo("854.05");
    }

    @Test
    @DisplayName("A2: while order-service is away the case takes what was heard, says so, and is confirmed later")
    void opensFromWhatWasHeard() {
        hearsOfTheOrder();
        ORDERS.goesAway();
        until("heard", () -> api.as(LIN).get("/api/aftersale/orders/" + orderId + "/rights").status() == 200);
        var opened = opens(LIN).expect(201);
        assertThat(opened.at("/order/source")).isEqualTo("heard");
        assertThat(opened.at("/order/asOf")).isNotEmpty();
        assertThat(opened.json().at("/rights/0/eligible").asBoolean()).isTrue();
        orderServiceKnowsTheOrder();
        ORDERS.comesBack();
        until("confirmed", () -> sees(LIN, opened.at("/id")).at("/order/source").equals("asked"));
    }

    @Test
    void saysSoWhenNothingIsKnown() {
        ORDERS.goesAway();
        var answer = opens(LIN).expect(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.at("/type")).isEqualTo("urn:shopcare:problem:service-unavailable");
    }

    @Test
    @DisplayName("Events twice, and older ones late, change nothing")
    void hearsEachWordOfARefundOnce() {
        var id = aCaseThatAskedForItsRefund();
        var success = aboutTheRefund(id, "refund.succeeded.v1", "scarf");
        NewsOfOthers.publish("refund.succeeded.v1", 3, success);
        NewsOfOthers.publish("refund.succeeded.v1", 3, success);
        NewsOfOthers.publish("refund.requested.v1", 1, aboutTheRefund(id, "refund.requested.v1", "scarf"));
        NewsOfOthers.publish("refund.failed.v1", 4, aboutTheRefund(id, "refund.failed.v1", "provider-refused"));
        until("all heard", () -> lastWordHeard(id) == 4);
        assertThat(sees(LIN, id).at("/refunded/amount")).isEqualTo("249.85");
        assertThat(sees(LIN, id).at("/refunds/0/state")).isEqualTo("succeeded");
    }

    @Test
    void pagesThroughItsLists() {
        var mine = TestPerson.buyer("lin", SHOP);
        for (int i = 0; i < 3; i++) {
            var id = Ids.next();
            ORDERS.knows(id);
            opens(mine, Map.of("shop", SHOP, "orderId", id, "kind", "return-and-refund", "reason", "unwanted",
                    "lines", List.of(Map.of("lineId", "2", "quantity", 1)))).expect(201);
        }
        var seen = new java.util.ArrayList<String>();
        var path = "/api/aftersale/cases?limit=2&state=opened&shop=" + SHOP;
        var page = api.as(SHU).get(path).expect(200).json();
        assertThat(page.at("/items")).hasSize(2);
        while (true) {
            seen.addAll(texts(page, "/items", "caseNo"));
            if (!page.hasNonNull("next"))
                break;
            page = api.as(SHU).get(path + "&after=" + page.path("next").asText()).expect(200).json();
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).isSorted().doesNotHaveDuplicates();
        assertThat(api.as(LIN).get("/api/aftersale/cases?shop=" + SHOP).expect(200).json().at("/items"))
                .allMatch(item -> item.at("/buyer/buyerId").asText().equals("lin"));
        api.as(SHU).get("/api/aftersale/cases?shop=harbor").expect(404);
        api.as(SHU).get(path + "&waitingFor=agent").expect(400);
    }

    @Test
    void tellsItsTimeline() {
        orderServiceKnowsTheOrder();
        var id = opens(LIN).expect(201).at("/id");
        var forTheDesk = api.as(SHU).get("/api/aftersale/cases/" + id + "/timeline").expect(200).json();
        assertThat(texts(forTheDesk, "/items", "type")).containsExactly("case.opened.v1");
        assertThat(forTheDesk.at("/items/0/data/caseNo").asText()).startsWith("AS");
        var forTheBuyer = api.as(LIN).get("/api/aftersale/cases/" + id + "/timeline").expect(200).json();
        assertThat(forTheBuyer.at("/items/0/data").isMissingNode()).isTrue();
    }

    @Test
    void describesItself() {
        var document = api.get("/v3/api-docs").expect(200).json();
        assertThat(document.at("/paths").properties()).extracting(Map.Entry::getKey)
                .contains("/api/aftersale/cases", "/api/aftersale/cases/{id}/grading",
                        "/api/aftersale/orders/{orderId}/rights");
        assertThat(OpenApiRules.missingIn(document)).isEmpty();
    }

    private int lastWordHeard(String caseId) {
        var found = database.getCollection("cases").find(eq("_id", caseId)).first();
        return found == null
                ? 0
                : found.getList("inbox", Document.class).stream()
                        .mapToInt(source -> source.get("seq", Number.class).intValue()).max().orElse(0);
    }

    private void hearsOfTheOrder() {
        publish("order.placed.v1", 1, "coat-and-scarf");
        publish("order.paid.v1", 2, "in-full");
        publish("order.shipped.v1", 3, "all-in-one-parcel");
        var delivered = about("order.delivered.v1", "in-person");
        delivered.put("signedAt", java.time.Clock.systemUTC().instant().minusSeconds(86400).toString());
        NewsOfOthers.publish("order.delivered.v1", 4, delivered);
        until("all of it", () -> {
            ORDERS.goesAway();
            var rights = api.as(LIN).get("/api/aftersale/orders/" + orderId + "/rights");
            return rights.status() == 200 && !rights.json().at("/rights/0/until").isMissingNode();
        });
    }

    private void publish(String type, long sequence, String sample) {
        NewsOfOthers.publish(type, sequence, about(type, sample));
    }

    private ObjectNode about(String type, String sample) {
        return NewsOfOthers.sample(type, sample).put("orderId", orderId);
    }

    private static List<String> rules(JsonNode theCase) {
        return texts(theCase, "/rights/0/citations", "rule");
    }

    private static List<String> texts(JsonNode json, String list) {
        return java.util.stream.StreamSupport.stream(json.at(list).spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<String> texts(JsonNode json, String list, String field) {
        return java.util.stream.StreamSupport.stream(json.at(list).spliterator(), false)
                .map(item -> item.path(field).asText()).toList();
    }
}
