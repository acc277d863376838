package io.shopcare.order.disclosures;

import java.util.Map;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.ShopFront;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static io.shopcare.order.People.AN;
import static io.shopcare.order.People.BO;
import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static org.assertj.core.api.Assertions.assertThat;

@OrderServiceTest
class DisclosingTest {
    private static final Map<String, String> TO_CALL = Map.of("purpose", "call-the-buyer");

    @Autowired
    private Api api;
    @Autowired
    private MongoDatabase database;

    @Test
    @DisplayName("G2 C16: masked for the shop's people; in full for a purpose, each look in the audit trail, without the data")
    void showsTheAddressForAPurpose() {
        var shop = new ShopFront(api, "nuanyang");
        var id = shop.order(LIN, shop.onTheShelf("coat", "899.00", 1), 1).expect(201).at("/orderId");
        var path = "/api/order/orders/" + id;
        var inFull = api.as(LIN).get(path).expect(200).json().path("address");
        assertThat(api.as(AN).get(path).expect(200).at("/address/phone")).contains("****");

        var auditor = api.as(AN).with("Idempotency-Key", "look-" + id);
        assertThat(auditor.post(path + "/address-disclosures", TO_CALL).expect(200).json().path("address"))
                .isEqualTo(inFull);
        auditor.post(path + "/address-disclosures", TO_CALL).expect(200);
        var lines = database.getCollection("audit_trail")
                .find(Filters.and(Filters.eq("parent", id), Filters.eq("command", "disclose-address")))
                .into(new java.util.ArrayList<Document>());
        assertThat(lines).as("also under the same key").hasSize(2).allSatisfy(line -> {
            assertThat(line.get("facts", Document.class)).containsEntry("purpose", "call-the-buyer");
            assertThat(line.get("actor", Document.class)).containsEntry("id", AN.id());
            assertThat(line.toJson()).doesNotContain(inFull.path("phone").asText(), inFull.path("name").asText());
        });

        api.as(AN).post(path + "/address-disclosures", Map.of("purpose", "curiosity")).expect(400);
        api.as(KU).post(path + "/address-disclosures", TO_CALL).expect(403);
        api.as(LIN).post(path + "/address-disclosures", TO_CALL).expect(403);
        api.as(BO).post(path + "/address-disclosures", TO_CALL).expect(404);
    }

    @Test
    @DisplayName("O4 G2 C16: what a buyer typed beside an order is masked for the shop's people, by its form and by what the order knows")
    void showsTheRemarkForAPurpose() {
        var shop = new ShopFront(api, "nuanyang");
        var id = shop.order(LIN, shop.onTheShelf("coat", "899.00", 1), 1).expect(201).at("/orderId");
        var path = "/api/order/orders/" + id;
        var name = api.as(LIN).get(path).expect(200).at("/address/name");
        var typed = "请打 13987654321,微信 lin_mei_88," + name + "收";
        assertThat(api.as(LIN).post(path + "/remark", Map.of("remark", typed)).expect(200).at("/remark"))
                .isEqualTo(typed);
        assertThat(api.as(AN).get(path).expect(200).at("/remark"))
                .isEqualTo("请打 139****4321,微信 l***," + name.charAt(0) + "**收");
        assertThat(api.as(AN).post(path + "/address-disclosures", TO_CALL).expect(200).at("/remark")).isEqualTo(typed);
    }

    @Test
    @DisplayName("O6 G2 C16: an invoice is the buyer's wish, masked for the shop's people, in full for who writes it, on no topic")
    void showsTheInvoiceForAPurpose() {
        var shop = new ShopFront(api, "nuanyang");
        var id = shop.order(LIN, shop.onTheShelf("coat", "899.00", 1), 1).expect(201).at("/orderId");
        var path = "/api/order/orders/" + id;
        var fi = TestPerson.staff("fi", "finance", "nuanyang");
        var toWrite = Map.of("purpose", "invoicing");
        api.as(fi).post(path + "/invoice-disclosures", toWrite).expect(404);

        var wish = Map.of("kind", "company", "title", "暖阳测试公司", "taxNumber", "91330100799655058B");
        var mine = api.as(LIN).post(path + "/invoice", wish).expect(200);
        assertThat(mine.json().path("invoice")).isEqualTo(Json.WIRE.valueToTree(wish));
        assertThat(api.as(AN).get(path).expect(200).at("/invoice/title")).isEqualTo("暖**");
        assertThat(api.as(AN).get(path).expect(200).at("/invoice/taxNumber")).isEqualTo("9****8B");
        assertThat(api.as(fi).post(path + "/invoice-disclosures", toWrite).expect(200).json().path("invoice"))
                .isEqualTo(mine.json().path("invoice"));
        assertThat(api.as(LIN).get(path + "/timeline").expect(200).http().body()).contains("order.invoice-changed.v1")
                .doesNotContain("9133", "暖阳测试公司");

        api.as(KU).post(path + "/invoice-disclosures", toWrite).expect(403);
        api.as(KU).post(path + "/invoice", wish).expect(403);
        api.as(BO).post(path + "/invoice", wish).expect(404);
        assertThat(api.as(LIN).post(path + "/invoice", Map.of("kind", "unstated", "title", "x")).expect(400)
                .at("/errors/0/field")).isEqualTo("kind");
    }
}
