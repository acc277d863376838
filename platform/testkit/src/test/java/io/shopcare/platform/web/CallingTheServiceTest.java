package io.shopcare.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** What every service answers over HTTP, whatever it is asked. */
@ServiceTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.application.name=sample")
class CallingTheServiceTest {
    private static final TestPerson PACKER = TestPerson.staff("bao", "packer", "s");
    private static final TestPerson BUYER = TestPerson.buyer("lin", "s");

    @Autowired
    private Api api;

    @Test
    @DisplayName("G2 refuses callers without a token, and tokens that are none")
    void refusesCallersWithoutAToken() {
        assertThat(api.get("/api/boxes/1").expect(401).at("/type")).isEqualTo("urn:shopcare:problem:unauthenticated");
        api.with("Authorization", "Bearer x.y.z").get("/api/boxes/1").expect(401);
        api.with("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.").get("/api/boxes/1").expect(401);
        assertThat(api.get("/actuator/health/readiness").expect(200).at("/status")).isEqualTo("UP");
    }

    @Test
    @DisplayName("G2 refuses a role that may not, and hides what is not the caller's")
    void refusesWhoMayNot() {
        var id = open(PACKER);
        assertThat(api.as(BUYER).post("/api/boxes/" + id + "/things", Map.of("name", "pen")).expect(403).at("/type"))
                .isEqualTo("urn:shopcare:problem:forbidden");
        api.as(TestPerson.staff("x", "packer", "other")).get("/api/boxes/" + id).expect(404);
        api.as(BUYER).get("/api/boxes/" + id).expect(200);
    }

    @Test
    @DisplayName("G2 lets a program do what its token's scopes name, whatever its role")
    void refusesProgramsWithoutTheScope() {
        var id = open(PACKER);
        assertThat(api.as(TestPerson.service("robot")).get("/api/boxes/" + id).expect(403).at("/type"))
                .isEqualTo("urn:shopcare:problem:forbidden");
    }

    @Test
    @DisplayName("G6 wants a key for every acting POST, and answers its repeat with the first answer")
    void answersRepeats() {
        assertThat(api.as(PACKER).send("POST", "/api/boxes", aBox()).expect(400).at("/type"))
                .isEqualTo("urn:shopcare:problem:missing-idempotency-key");
        var caller = api.as(PACKER).with("Idempotency-Key", "k1");
        var first = caller.post("/api/boxes", aBox()).expect(201);
        var repeat = caller.post("/api/boxes", reordered()).expect(201);
        assertThat(repeat.at("/id")).isEqualTo(first.at("/id"));
        assertThat(first.header("ETag")).isEqualTo("\"1\"");

        var id = first.at("/id");
        var put = api.as(PACKER).with("Idempotency-Key", "k2");
        assertThat(put.post("/api/boxes/" + id + "/things", Map.of("name", "pen")).expect(200).at("/number"))
                .isEqualTo("1");
        assertThat(put.post("/api/boxes/" + id + "/things", Map.of("name", "pen")).expect(200).at("/number"))
                .isEqualTo("1");
        assertThat(put.post("/api/boxes/" + id + "/things", Map.of("name", "ink")).expect(422).at("/type"))
                .isEqualTo("urn:shopcare:problem:idempotency-key-reused");
        assertThat(caller.post("/api/boxes", aBox("room", 7)).expect(422).at("/type"))
                .isEqualTo("urn:shopcare:problem:idempotency-key-reused");
    }

    @Test
    @DisplayName("G6 refuses a change by one who has seen an older version")
    void refusesStaleVersions() {
        var id = open(PACKER);
        api.as(PACKER).with("If-Match", "\"1\"").post("/api/boxes/" + id + "/things", Map.of("name", "a")).expect(200);
        var stale = api.as(PACKER).with("If-Match", "\"1\"").with("Accept-Language", "zh-CN")
                .post("/api/boxes/" + id + "/things", Map.of("name", "b")).expect(412);
        assertThat(stale.at("/detail")).contains("版本 1").contains("版本 2");
        api.as(PACKER).with("If-Match", "1").post("/api/boxes/" + id + "/things", Map.of("name", "b")).expect(400);
    }

    @ParameterizedTest
    @DisplayName("G5 names the field and the reason in the caller's language")
    @CsvSource(nullValues = "-", textBlock = """
            {"shop":"s","room":1}                                             | colour     | required      | 必填
            {"shop":"","room":1,"colour":"RED"}                               | shop       | required      | 必填
            {"shop":"s","room":51,"colour":"RED"}                             | room       | too-large     | 不能大于 50
            {"shop":"s","room":"many","colour":"RED"}                         | room       | wrong-type    | 类型应为 number
            {"shop":"s","room":1.5,"colour":"RED"}                            | room       | wrong-type    | 类型应为 number
            {"shop":"s","room":null,"colour":"RED"}                           | room       | wrong-type    | 类型应为 number
            {"shop":"s","room":1,"colour":"GREEN"}                            | colour     | unknown-value | RED, BLUE
            {"shop":"s","room":1,"colour":"RED","extra":1}                    | extra      | unknown-field | 不认识
            {"shop":"s","room":1,"colour":"RED","worth":{"amount":"1.234","currency":"CNY"}} | worth | wrong-type | money
            {"shop":"s","room":1,"colour":"RED","worth":{"amount":"1000000000.01","currency":"CNY"}} | worth | too-large | 1000000000
            {"shop":"s","room":1,"colour":"RED","worth":3}                    | worth      | wrong-type    | money
            {"shop":["s"],"room":1,"colour":"RED"}                            | shop       | wrong-type    | 类型应为 text
            {"shop":1,"room":1,"colour":"RED"}                                | shop       | wrong-type    | 类型应为 text
            {"shop":true,"room":1,"colour":"RED"}                             | shop       | wrong-type    | 类型应为 text
            {"shop":"s","room":"1","colour":"RED"}                            | room       | wrong-type    | 类型应为 number
            """, delimiter = '|')
    void namesTheField(String body, String field, String code, String words) {
        var answer = api.as(PACKER).with("Accept-Language", "zh-CN,zh;q=0.9").post("/api/boxes", body).expect(400);
        assertThat(answer.at("/type")).isEqualTo("urn:shopcare:problem:invalid-field");
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/message")).contains(words);
        assertThat(answer.at("/traceId")).isNotEmpty();
    }

    @ParameterizedTest
    @DisplayName("G5 answers what is no request with a problem, never with a 500")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            POST   | /api/boxes             | {"shop":           | application/json | 400
            POST   | /api/boxes             | -                  | application/json | 400
            POST   | /api/boxes             | []                 | application/json | 400
            POST   | /api/boxes             | {"shop":"s"} {}    | application/json | 400
            POST   | /api/boxes             | shop=s             | application/x-www-form-urlencoded | 415
            DELETE | /api/boxes             | -                  | application/json | 405
            GET    | /api/nothing           | -                  | application/json | 404
            GET    | /api/boxes?limit=many  | -                  | application/json | 400
            GET    | /api/boxes?after=***   | -                  | application/json | 400
            GET    | /api/boxes?after=abcd%00 | -                | application/json | 400
            """)
    void answersNonsense(String method, String path, String body, String type, int status) {
        var answer = api.as(PACKER).with("Content-Type", type).with("Idempotency-Key", "n").send(method, path, body);
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        api.as(PACKER).post("/api/boxes", "{\"shop\":\"" + "x".repeat(1_100_000) + "\"}").expect(413);
    }

    @Test
    @DisplayName("G5 tells nothing of the inside when the fault is ours")
    void tellsNothingOfTheInside() {
        var answer = api.as(PACKER).get("/api/boxes/defect").expect(500);
        assertThat(answer.http().body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void tellsWhyInWordsWhenARuleForbids() {
        var id = api.as(PACKER).post("/api/boxes", aBox("room", 0)).expect(201).at("/id");
        var answer = api.as(PACKER).post("/api/boxes/" + id + "/things", Map.of("name", "a")).expect(422);
        assertThat(answer.at("/reason")).isEqualTo("box-full");
        assertThat(answer.at("/facts/room")).isEqualTo("0");
    }

    private String open(TestPerson person) {
        return api.as(person).post("/api/boxes", aBox()).expect(201).at("/id");
    }

    private static Map<String, Object> aBox() {
        return Map.of("shop", "s", "room", 3, "colour", "RED");
    }

    private static Map<String, Object> aBox(String field, Object value) {
        var box = new LinkedHashMap<>(aBox());
        box.put(field, value);
        return box;
    }

    private static String reordered() {
        return "{ \"colour\": \"RED\",   \"room\": 3, \"shop\": \"s\" }";
    }
}
