package io.shopcare.crm.http;

import java.util.HashMap;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.crm.QueryPlans;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop's blacklist over HTTP. */
@CrmTest
@Tag("C15")
class BlacklistOverHttpTest {
    private static final String PATH = "/api/crm/blacklist";

    @Autowired
    private Api api;
    @Autowired
    private QueryPlans plans;
    @Autowired
    private MongoDatabase database;

    private final String shop = "shop-" + Ids.next().substring(24);

    @Test
    @DisplayName("C15 put on the list, read, appealed against, lifted; no phone and no address is kept or told")
    void keepsAList() {
        var body = Map.of("shop", shop, "phone", "139 0000 0009", "reason", "fraud");
        var key = Ids.next();
        var listed = ke().with("Idempotency-Key", key).post(PATH, body).expect(201);
        assertThat(ke().with("Idempotency-Key", key).post(PATH, body).expect(201).at("/entryId"))
                .isEqualTo(listed.at("/entryId"));
        assertThat(listed.http().body()).contains("\"state\":\"listed\"").doesNotContain("0009");
        ke().post(PATH, Map.of("shop", shop, "buyer", Map.of("channel", "web", "buyerId", "tom"), "reason",
                "fraud")).expect(201);
        var page = ke().get(PATH + "?shop=" + shop + "&limit=1").expect(200);
        assertThat(page.at("/items/0/subject/buyer/buyerId")).isEqualTo("tom");
        assertThat(ke().get(PATH + "?shop=" + shop + "&limit=1&after=" + page.at("/next")).expect(200)
                .at("/items/0/subject/kind")).isEqualTo("phone");
        assertThat(plans.shapes()).anyMatch(shape -> shape.contains("\"blacklist\"") && shape.contains("listedAt"));
        plans.assertAllByIndex(database);

        var entry = PATH + "/" + listed.at("/entryId");
        assertThat(as("an", "auditor").get(entry).expect(200).at("/reason")).isEqualTo("fraud");
        as("mei", "presales").post(entry + "/appeal", Map.of("words", "his brother's number")).expect(200);
        as("mei", "presales").post(entry + "/lift", Map.of("words", "no")).expect(403);
        assertThat(ke().post(entry + "/lift", Map.of("words", "it was his brother")).expect(200).at("/state"))
                .isEqualTo("lifted");
        ke().post(entry + "/appeal", Map.of("words", "once more")).expect(409);
    }

    @Test
    @DisplayName("C15 who may, and what is refused")
    void isForThoseInCharge() {
        var body = Map.of("shop", shop, "phone", "13900000009", "reason", "fraud");
        as("an", "auditor").post(PATH, body).expect(403);
        api.as(TestPerson.staff("ke", "crm", "elsewhere")).post(PATH, body).expect(404);
        var id = ke().post(PATH, body).expect(201).at("/entryId");
        api.as(TestPerson.staff("ke", "crm", "elsewhere")).get(PATH + "/" + id).expect(404);
        api.as(TestPerson.buyer("lin", shop)).get(PATH + "?shop=" + shop).expect(403);

        assertThat(ke().post(PATH, Map.of("shop", shop, "reason", "fraud")).expect(400).at("/errors/0/field"))
                .isEqualTo("buyer");
        assertThat(ke().post(PATH, Map.of("shop", shop, "phone", "13900000009", "reason", "13900000009")).expect(400)
                .at("/errors/0/field")).isEqualTo("reason");
        assertThat(ke().post(PATH, Map.of("shop", shop, "phone", "- - - -", "reason", "fraud")).expect(400)
                .at("/errors/0/field")).isEqualTo("phone");
        var both = new HashMap<String, Object>(body);
        both.put("buyer", Map.of("channel", "web", "buyerId", "tom"));
        ke().post(PATH, both).expect(400);
        var past = new HashMap<String, Object>(body);
        past.put("expires", "2020-01-01T00:00:00Z");
        assertThat(ke().post(PATH, past).expect(400).at("/errors/0/field")).isEqualTo("expires");
    }

    private Api ke() {
        return as("ke", "crm");
    }

    private Api as(String name, String role) {
        return api.as(TestPerson.staff(name, role, shop));
    }
}
