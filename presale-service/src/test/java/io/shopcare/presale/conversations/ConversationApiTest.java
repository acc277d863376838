package io.shopcare.presale.conversations;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.openapi.OpenApiRules;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;
import io.shopcare.presale.PresaleTest;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationApiTest extends PresaleTest {
    @Autowired
    private MongoDatabase database;

    @Test
    @DisplayName("S1, the part before the sale: asked, routed, answered, promised, wrapped up, closed; events as agreed")
    void aConversationFromHelloToFarewell() throws Exception {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        var answered = says(mei, id, "有货的,用礼盒包装,今天发货").expect(201);
        assertThat(answered.at("/seq")).isEqualTo("3");
        assertThat(answered.at("/author/displayName")).isEqualTo("小mei");

        var promise = api.as(mei).post("/api/presale/conversations/" + id + "/promises",
                Map.of("kind", "ship-by", "text", "今天发货", "due",
                        Clock.systemUTC().instant().plus(Duration.ofHours(6)).toString(), "messageSequence", 3))
                .expect(201);
        assertThat(promise.at("/promiseId")).isNotEmpty();

        var wrapped = api.as(mei).post("/api/presale/conversations/" + id + "/wrap-up",
                Map.of("need", "stock", "process", "查了库存", "solution", "买家会下单", "solved", true)).expect(200);
        assertThat(wrapped.at("/state")).isEqualTo("resolved");
        assertThat(wrapped.json().at("/allowedActions").toString()).contains("close").doesNotContain("wrap-up");
        api.as(mei).post("/api/presale/conversations/" + id + "/closure", Map.of()).expect(200);
        assertThat(state(lin, id)).isEqualTo("closed");

        try (var topic = new TopicReader("shopcare.presale.conversations")) {
            var heard = eachOnce(topic, id, 8);
            assertThat(heard).extracting(TopicReader.Heard::type).containsExactly("conversation.opened.v1",
                    "message.posted.v1", "message.posted.v1", "conversation.assigned.v1", "message.posted.v1",
                    "promise.made.v1", "conversation.resolved.v1", "conversation.closed.v1");
            heard.forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
            assertThat(heard.toString()).doesNotContain("灰色", "查了库存", "有货的");
            assertThat(heard.get(3).data().at("/actor").toString()).contains("system", "routing");
            assertThat(heard.get(1).data().at("/actor").toString()).contains("system", "greeting");
        }
    }

    @Test
    @DisplayName("G2 C16: what is said is masked for the shop's people; in full for a purpose, each look in the audit trail")
    void showsWhatWasSaidForAPurpose() {
        var lin = buyer("lin-of-" + Ids.next());
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        var words = "打 13987654321,或写信给 lin.xiaoyu@example.com";
        var seq = says(lin, id, words).expect(201).at("/seq");
        var from = "/api/presale/conversations/" + id + "/messages?after=" + (Long.parseLong(seq) - 1);
        assertThat(api.as(lin).get(from).expect(200).at("/items/0/text")).isEqualTo(words);
        assertThat(api.as(mei).get(from).expect(200).at("/items/0/text"))
                .isEqualTo("打 139****4321,或写信给 l***@example.com");

        var disclosures = "/api/presale/conversations/" + id + "/message-disclosures";
        var toCall = Map.of("purpose", "call-the-buyer");
        assertThat(api.as(mei).post(disclosures, toCall).expect(200).json().path("items").toString()).contains(words);
        assertThat(database.getCollection("audit_trail").find(Filters.and(Filters.eq("parent", id),
                Filters.eq("command", "disclose-messages"))).into(new ArrayList<>())).singleElement()
                .satisfies(line -> {
                    assertThat(line.get("facts", Document.class)).containsEntry("purpose", "call-the-buyer");
                    assertThat(line.get("actor", Document.class)).containsEntry("id", mei.id());
                    assertThat(line.toJson()).doesNotContain("13987654321");
                });
        api.as(mei).post(disclosures, Map.of("purpose", "curiosity")).expect(400);
        api.as(lin).post(disclosures, toCall).expect(403);
        api.as(TestPerson.staff("jun", "presales", "elsewhere")).post(disclosures, toCall).expect(404);
    }

    /** The relay may publish again what it was not sure of; consumers go by sequence. */
    private static List<TopicReader.Heard> eachOnce(TopicReader topic, String id, long last) {
        topic.until(event -> event.subject().equals(id) && event.sequence() == last, 1);
        var bySequence = new TreeMap<Long, TopicReader.Heard>();
        topic.of(id, 1).forEach(event -> bySequence.putIfAbsent(event.sequence(), event));
        return List.copyOf(bySequence.values());
    }

    @Test
    @DisplayName("P1: two first messages in the same moment open one conversation, and both are in it")
    void opensOneConversation() throws Exception {
        var lin = buyer("lin-of-" + Ids.next());
        int many = 12;
        var together = new CyclicBarrier(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, many).mapToObj(i -> threads.submit(() -> {
                together.await();
                return asks(lin, "第 " + i + " 句").expect(201).at("/id");
            })).toList();
            var ids = new HashSet<String>();
            for (var one : asked)
                ids.add(one.get());
            assertThat(ids).hasSize(1);
            var items = api.as(lin).get("/api/presale/conversations/" + ids.iterator().next() + "/messages?limit=100")
                    .json().at("/items");
            assertThat(items).hasSize(many + 1);
            for (int i = 0; i < items.size(); i++)
                assertThat(items.get(i).at("/seq").asInt()).isEqualTo(i + 1);
        }
        assertThat(api.as(lin).get("/api/presale/conversations?shop=" + shop).json().at("/items")).hasSize(1);
    }

    @Test
    @DisplayName("P3: a request and a message that are sent again are done once")
    void repeats() {
        var lin = buyer("lin");
        var body = Map.of("shop", shop, "text", "在吗?", "clientMessageId", "c-00000001");
        var caller = api.as(lin).with("Idempotency-Key", Ids.next());
        var first = caller.post("/api/presale/conversations", body).expect(201);
        var again = caller.post("/api/presale/conversations", body).expect(201);
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        var messages = "/api/presale/conversations/" + first.at("/id") + "/messages";
        var message = Map.of("text", "在吗?", "clientMessageId", "c-00000001");
        assertThat(api.as(lin).post(messages, message).expect(200).at("/seq")).isEqualTo("2");
        assertThat(api.as(lin).get(messages).json().at("/items")).hasSize(2);
        caller.post("/api/presale/conversations", Map.of("shop", shop, "text", "别的", "clientMessageId", "c-00000009"))
                .expect(422);
    }

    @Test
    @DisplayName("P3: a message is known however many came since")
    void rememberesOldMessages() {
        var lin = buyer("lin");
        var id = asks(lin, "一").expect(201).at("/id");
        var messages = "/api/presale/conversations/" + id + "/messages";
        var old = Map.of("text", "旧的", "clientMessageId", "c-old-message");
        api.as(lin).post(messages, old).expect(201);
        for (int i = 0; i < Talk.REMEMBERED + 2; i++)
            says(lin, id, "第 " + i + " 句").expect(201);
        assertThat(api.as(lin).post(messages, old).expect(200).at("/seq")).isEqualTo("3");
    }

    @Test
    void aRepeatOfWordsInAConversationThatIsClosedOpensNoOther() {
        var lin = buyer("lin");
        var id = asks(lin, "在吗?").expect(201).at("/id");
        var caller = api.as(lin).with("Idempotency-Key", Ids.next());
        var body = Map.of("shop", shop, "text", "还有蓝色吗?", "clientMessageId", "c-00000002");
        assertThat(caller.post("/api/presale/conversations", body).expect(201).at("/id")).isEqualTo(id);
        api.as(lin).post("/api/presale/conversations/" + id + "/closure", Map.of()).expect(200);
        assertThat(caller.post("/api/presale/conversations", body).expect(201).at("/id")).isEqualTo(id);
        assertThat(asks(lin, "又来了").expect(201).at("/id")).isNotEqualTo(id);
    }

    @Test
    void buyersSeeOnlyTheirOwnAndStaffOnlyTheirShops() {
        var lin = buyer("lin");
        var id = asks(lin, "在吗?").expect(201).at("/id");
        var path = "/api/presale/conversations/" + id;
        api.as(buyer("eve")).get(path).expect(404);
        api.as(new TestPerson("lin", List.of("buyer"), List.of(shop), "app", null)).get(path).expect(404);
        api.as(TestPerson.staff("jun", "presales", "elsewhere")).get(path).expect(404);
        api.as(TestPerson.staff("ku", "store-keeper", shop)).get(path).expect(403);
        api.as(buyer("eve")).post(path + "/messages", Map.of("text", "嘿", "clientMessageId", "c-00000001")).expect(404);
        api.as(TestPerson.staff("jun", "presales", "elsewhere")).get("/api/presale/conversations?shop=" + shop)
                .expect(404);
        api.get(path).expect(401);
        api.as(agent("mei")).post("/api/presale/conversations",
                Map.of("shop", shop, "text", "x", "clientMessageId", "c-00000001")).expect(403);
    }

    @Test
    void theBuyerSeesNeitherNoticesNorWrapUpNorIdsOfStaff() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        says(mei, id, "在的").expect(201);
        var seen = api.as(lin).get("/api/presale/conversations/" + id);
        assertThat(seen.json().at("/agent/displayName").asText()).isEqualTo("小mei");
        assertThat(seen.json().at("/agent/id").isMissingNode()).isTrue();
        assertThat(seen.json().has("notices")).isFalse();
        var messages = api.as(lin).get("/api/presale/conversations/" + id + "/messages").json().at("/items");
        assertThat(messages.get(2).at("/author/id").isMissingNode()).isTrue();
        assertThat(messages.get(1).at("/author/id").asText()).isEqualTo("lin");
    }

    @Test
    void saysWhyNot() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        var path = "/api/presale/conversations/" + id;
        var unanswered = api.as(mei).with("Accept-Language", "en").post(path + "/closure", Map.of()).expect(422);
        assertThat(unanswered.at("/reason")).isEqualTo("last-word-is-the-buyers");
        assertThat(unanswered.at("/detail")).contains("reply first");
        assertThat(api.as(agent("jun")).post(path + "/messages",
                Map.of("text", "嘿", "clientMessageId", "c-00000001")).expect(403).at("/reason"))
                .isEqualTo("not-your-conversation");
        assertThat(api.as(mei).post(path + "/promises", Map.of("kind", "gift", "text", "送围巾", "messageSequence", 2))
                .expect(422).at("/reason")).isEqualTo("promise-not-proven");
        api.as(mei).post(path + "/promises", Map.of("kind", "castle", "text", "x", "messageSequence", 2)).expect(400);
        api.as(lin).post(path + "/messages", Map.of("text", "x".repeat(4001), "clientMessageId", "c-00000001"))
                .expect(400);
        api.as(lin).with("Idempotency-Key", "").send("POST", path + "/closure", Map.of()).expect(400);
    }

    @Test
    @DisplayName("P17: a card number is masked before it is stored")
    void masks() {
        var lin = buyer("lin");
        var id = asks(lin, "我的卡 4111 1111 1111 1111").expect(201).at("/id");
        assertThat(
                api.as(lin).get("/api/presale/conversations/" + id + "/messages").json().at("/items/1/text").asText())
                .isEqualTo("我的卡 4111 **** **** 1111");
    }

    @Test
    void listsPageByKeyAndState() {
        for (int i = 0; i < 5; i++)
            asks(buyer("b" + i), "在吗?").expect(201);
        var zhu = supervisor("zhu");
        var ids = new LinkedHashSet<String>();
        String after = "";
        do {
            var page = api.as(zhu).get("/api/presale/conversations?shop=" + shop + "&state=queued&limit=2" + after)
                    .expect(200).json();
            page.at("/items").forEach(item -> ids.add(item.at("/id").asText()));
            after = page.has("next") ? "&after=" + page.at("/next").asText() : null;
        } while (after != null);
        assertThat(ids).hasSize(5);
        assertThat(api.as(zhu).get("/api/presale/conversations?shop=" + shop + "&state=active").json().at("/items"))
                .isEmpty();
        api.as(zhu).get("/api/presale/conversations?shop=" + shop + "&state=nowhere").expect(400);
        api.as(zhu).get("/api/presale/conversations?shop=" + shop + "&after=***").expect(400);
    }

    @Test
    void theDocumentNamesEveryRequestWithASummary() {
        var document = api.get("/v3/api-docs").expect(200).json();
        assertThat(OpenApiRules.missingIn(document)).isEmpty();
        assertThat(document.toString()).contains("Idempotency-Key", "灰色大衣");
    }
}
