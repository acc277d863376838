package io.shopcare.order.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.People;
import io.shopcare.order.Until;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestIssuer;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@OrderServiceTest
class ImportingOverHttpTest {
    @Autowired
    private Api api;
    @LocalServerPort
    private int port;

    @Test
    @DisplayName("O1 O6 S11: a sheet comes in, bad rows are listed, orders flow through the audit; again, it brings nothing")
    void importsASheet() throws IOException, InterruptedException {
        var sheet = sheet(8);
        var key = Ids.next();
        var first = upload(People.AN, key, sheet, 202);
        assertThat(upload(People.AN, key, sheet, 202).at("/importId")).isEqualTo(first.at("/importId"));
        upload(People.AN, key, sheet(3), 422);
        var done = finished(first.at("/importId").asText());
        assertThat(done.json().at("/progress").toString())
                .isEqualTo("{\"rows\":9,\"placed\":8,\"repeated\":0,\"bad\":1}");
        var rows = Until.it(() -> api.as(People.AN).with("Accept-Language", "zh-CN")
                .get("/api/order/imports/" + first.at("/importId").asText() + "/rows?state=bad").expect(200),
                page -> page.json().at("/items").size() == 1);
        assertThat(rows.at("/items/0/line")).isEqualTo("10");
        assertThat(rows.at("/items/0/reason")).isEqualTo("quantity-wrong");
        assertThat(rows.at("/items/0/message")).isEqualTo("数量必须是正整数");

        var again = finished(upload(People.AN, Ids.next(), sheet, 202).at("/importId").asText());
        assertThat(again.json().at("/progress").toString())
                .isEqualTo("{\"rows\":9,\"placed\":0,\"repeated\":8,\"bad\":1}");
        Until.it(() -> api.as(People.AN).get("/api/order/audit-queue?shop=nuanyang&limit=200").expect(200),
                queue -> queue.http().body().contains("sku-unknown"));
    }

    @Test
    @DisplayName("O9a a system's file brings a SKU before its product: in a moment the SKU shows what the product says")
    void importsACatalogue() throws IOException, InterruptedException {
        var product = "mug-" + Ids.next().substring(24);
        var sku = product.toUpperCase(Locale.ROOT);
        var file = """
                {"sku":"%s","revision":1,"productId":"%s","title":"搪瓷杯 红色","category":"home",\
                "price":{"amount":"39.00","currency":"CNY"},"grams":260,"onSale":true}
                {"product":"%s","revision":1,"title":"搪瓷杯","category":"home","onSale":true,"facts":{"材质":"搪瓷"}}
                """.formatted(sku, product, product).getBytes(UTF_8);
        var path = "/catalogue?shop=nuanyang&system=erp";
        var done = finished(upload(People.KU, Ids.next(), path, file, 202).at("/importId").asText());
        assertThat(done.at("/progress/placed")).isEqualTo("2");
        assertThat(api.as(People.LIN).get("/api/order/products/" + product + "?shop=nuanyang").expect(200).at("/owner"))
                .isEqualTo("erp");
        var shown = Until.it(() -> api.as(People.LIN).get("/api/order/skus/" + sku + "?shop=nuanyang").expect(200),
                view -> view.at("/product/facts/材质").equals("搪瓷"));
        assertThat(shown.at("/revision")).isEqualTo("2");
        finished(upload(People.KU, Ids.next(), path, file, 202).at("/importId").asText());
        assertThat(api.as(People.LIN).get("/api/order/skus/" + sku + "?shop=nuanyang").expect(200).at("/revision"))
                .isEqualTo("2");
    }

    @Test
    void isForTheShopsPeopleWithTheRight() throws IOException, InterruptedException {
        upload(People.LIN, Ids.next(), sheet(1), 403);
        upload(People.KU, Ids.next(), sheet(1), 403);
        upload(People.BO, Ids.next(), sheet(1), 404);
        assertThat(upload(People.AN, Ids.next(), "a,b\n1,2\n".getBytes(UTF_8), 422).at("/reason").asText())
                .isEqualTo("header-unknown");
        api.as(People.AN).get("/api/order/imports/no-such").expect(404);
    }

    @Test
    @DisplayName("O1 O9a: a file whose quotes are in disorder from its first line on is no sheet and no catalogue")
    void refusesWhatCannotBeTakenApart() throws IOException, InterruptedException {
        for (var header : List.of("\"订单编号\"x,买家会员名\n1,2\n", "\"订单编号,买家会员名\n1,2\n"))
            assertThat(upload(People.AN, Ids.next(), header.getBytes(UTF_8), 422).at("/reason").asText())
                    .isEqualTo("header-unknown");
        for (var header : List.of("\"sku\"x,price\n1,2\n", "\"sku,price\n1,2\n"))
            assertThat(upload(People.KU, Ids.next(), "/catalogue?shop=nuanyang&system=erp", header.getBytes(UTF_8), 422)
                    .at("/reason").asText()).isEqualTo("catalogue-unknown");
    }

    private Api.Response finished(String importId) {
        return Until.it(() -> api.as(People.AN).get("/api/order/imports/" + importId).expect(200),
                view -> view.at("/state/stage").equals("finished"));
    }

    /** So many orders of a SKU that nobody knows, and one bad row. */
    private static byte[] sheet(int orders) {
        var text = new StringBuilder(SampleSheet.HEADER).append("\n");
        for (int i = 1; i <= orders + 1; i++)
            text.append("%d,sample_member_1,a***,899.00,0.00,0,899.00,0,899.00,0,\"买家已付款,等待卖家发货\",,林测试,"
                    .formatted(77_000 + i))
                    .append("浙江省 杭州市 西湖区 文新街道 文三路138号,快递,,13800000001,2026-11-10 09:52:10,2026-11-10 09:54:02,")
                    .append("旧款大衣 [OLD-SKU-HTTP],1,,,,").append(i > orders ? 0 : 1).append(",,,,,,,,,,,,,手机订单\n");
        return text.toString().getBytes(Charset.forName("GB18030"));
    }

    private JsonNode upload(TestPerson person, String key, byte[] sheet, int status)
            throws IOException, InterruptedException {
        return upload(person, key, "?shop=nuanyang", sheet, status);
    }

    private JsonNode upload(TestPerson person, String key, String path, byte[] sheet, int status)
            throws IOException, InterruptedException {
        var boundary = "sheet-" + Ids.next();
        var body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n").getBytes(UTF_8));
        body.write(sheet);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        var request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + "/api/order/imports" + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Authorization", "Bearer " + TestIssuer.token(person)).header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return Json.WIRE.readTree(response.body());
        }
    }
}
