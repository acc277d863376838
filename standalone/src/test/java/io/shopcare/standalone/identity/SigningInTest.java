package io.shopcare.standalone.identity;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import io.shopcare.standalone.Partners;
import io.shopcare.standalone.Web;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("G3 local identity")
class SigningInTest {
    private static Partners partners;
    private final Web web = new Web();

    @BeforeAll
    static void start() {
        partners = Partners.start();
    }

    @AfterAll
    static void stop() {
        partners.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lin   | buyer         | nuanyang        | web | zh-CN
            tom   | buyer         | harbor          | web | en
            mei   | presales      | nuanyang,harbor |     | zh-CN
            jun   | presales      | harbor          |     | en
            an    | auditor       | nuanyang,harbor |     | zh-CN
            bo    | auditor       | harbor          |     | en
            fang  | finance       | nuanyang,harbor |     | zh-CN
            wei   | waybill-clerk | nuanyang,harbor |     | zh-CN
            pei   | picker        | nuanyang,harbor |     | zh-CN
            jian  | inspector     | nuanyang,harbor |     | zh-CN
            bao   | packer        | nuanyang,harbor |     | zh-CN
            cheng | weigher       | nuanyang,harbor |     | zh-CN
            ku    | store-keeper  | nuanyang,harbor |     | zh-CN
            shu   | aftersales    | nuanyang,harbor |     | zh-CN
            ke    | crm           | nuanyang,harbor |     | zh-CN
            dept  | department    | nuanyang,harbor |     | zh-CN
            zhu   | supervisor    | nuanyang,harbor |     | zh-CN
            guan  | manager       | nuanyang,harbor |     | zh-CN
            admin | admin         | nuanyang,harbor |     | zh-CN
            buyer-2 | buyer       | nuanyang        | web | zh-CN
            agent-1 | presales    | nuanyang,harbor |     | zh-CN
            """)
    void tellsWhoADemoPersonIs(String name, String role, String shops, String channel, String locale) {
        Jwt token = verified(accessToken(withPassword(name, name)));

        assertThat(token.getSubject()).isEqualTo(name);
        assertThat(token.getClaimAsString("preferred_username")).isEqualTo(name);
        assertThat(token.getAudience()).containsExactly("shopcare");
        assertThat(token.getClaimAsString("iss")).isEqualTo("http://localhost:9000");
        assertThat(token.getClaimAsStringList("roles")).containsExactly(role);
        assertThat(token.getClaimAsStringList("shops")).containsExactly(shops.split(","));
        assertThat(token.getClaimAsString("channel")).isEqualTo(channel);
        assertThat(token.getClaimAsString("locale")).isEqualTo(locale);
        assertThat(token.getExpiresAt()).isEqualTo(token.getIssuedAt().plusSeconds(3600));
        assertThat(token.getHeaders()).containsEntry("alg", "RS256").containsKey("kid");
    }

    @ParameterizedTest
    @CsvSource({"lin, wrong", "nobody, nobody", "lin, ''"})
    void refusesAWrongNameOrPassword(String name, String password) {
        HttpResponse<String> answer = withPassword(name, password);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Web.json(answer).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void givesPasswordTokensToTheCommandLineOnly() {
        HttpResponse<String> answer = web.form(token(), Map.of("grant_type", "password", "client_id", "shopcare-docs",
                "username", "lin", "password", "lin"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @ParameterizedTest
    @CsvSource({"presale-service", "order-service", "aftersale-service", "crm-service"})
    void letsAServiceSignInForItself(String service) {
        Jwt token = verified(accessToken(asService(service, service + "-secret")));

        assertThat(token.getSubject()).isEqualTo(service);
        assertThat(token.getAudience()).containsExactly("shopcare");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("service");
        assertThat(token.getClaimAsString("scope")).isEqualTo(Map.of("presale-service",
                "crm.customers:read order.orders:read order.skus:read", "aftersale-service", "order.orders:read")
                .getOrDefault(service, ""));
        assertThat(token.getClaimAsStringList("shops")).containsExactly("*");
        assertThat(asService(service, "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void signsInByPageWithCodeAndProof() throws Exception {
        String verifier = "a-verifier-that-is-long-enough-to-be-accepted-0123456789";
        String redirect = "http://localhost:8080/webjars/swagger-ui/oauth2-redirect.html";
        URI authorize = partners.identity().resolve(
                "/oauth2/authorize?response_type=code&client_id=shopcare-docs&scope=openid%20profile&state=xyz"
                        + "&redirect_uri=" + Web.encoded(redirect) + "&code_challenge_method=S256&code_challenge="
                        + challenge(verifier));
        assertThat(location(web.get(authorize, "Accept", "text/html")).getPath()).isEqualTo("/login");

        HttpResponse<String> form = web.get(partners.identity().resolve("/login"), "Accept-Language", "zh-CN");
        assertThat(form.body()).contains("登录");
        HttpResponse<String> signedIn = web.form(partners.identity().resolve("/login"), Map.of("username", "mei",
                "password", "mei", "_csrf", csrf(form.body())));
        URI back = location(web.get(location(signedIn), "Accept", "text/html"));

        assertThat(back.toString()).startsWith(redirect).contains("state=xyz");
        String code = back.getQuery().replaceAll(".*code=([^&]+).*", "$1");
        var exchange = Map.of("grant_type", "authorization_code", "client_id", "shopcare-docs", "code", code,
                "redirect_uri", redirect, "code_verifier", verifier);
        HttpResponse<String> tokens = web.form(token(), exchange);
        assertThat(verified(accessToken(tokens)).getClaimAsStringList("roles")).containsExactly("presales");
        assertThat(verified(Web.json(tokens).path("id_token").asText()).getSubject()).isEqualTo("mei");
        assertThat(web.form(token(), exchange).statusCode()).as("a code is good once").isEqualTo(400);
    }

    @Test
    void saysInTheChosenLanguageThatThePasswordIsWrong() {
        HttpResponse<String> form = web.get(partners.identity().resolve("/login"));
        HttpResponse<String> refused = web.form(partners.identity().resolve("/login"), Map.of("username", "mei",
                "password", "no", "_csrf", csrf(form.body())));

        assertThat(location(refused).getQuery()).isEqualTo("error");
        assertThat(web.get(partners.identity().resolve("/login?error&lang=en")).body()).contains(
                "Wrong name or password");
        assertThat(web.get(partners.identity().resolve("/login?error&lang=zh-CN")).body()).contains("用户名或密码不正确");
    }

    @Test
    void letsPagesOfThisMachineFetchTokensByScript() {
        HttpResponse<String> answer = web.form(token(), Map.of("grant_type", "password", "client_id", "shopcare-cli",
                "username", "lin", "password", "lin"), "Origin", "http://localhost:8080");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:8080");
    }

    @Test
    void changesItsKeyWithoutAnybodyNoticing() {
        String before = accessToken(withPassword("lin", "lin"));
        URI rotation = partners.identity().resolve("/keys/rotation");

        assertThat(web.post(rotation, "").statusCode()).isEqualTo(401);
        assertThat(web.post(rotation, "", "Authorization", "Bearer " + before).statusCode()).isEqualTo(403);
        assertThat(web.post(rotation, "", "Authorization", "Bearer " + accessToken(withPassword("admin", "admin")))
                .statusCode()).isEqualTo(200);

        Jwt after = verified(accessToken(withPassword("lin", "lin")));
        assertThat(after.getHeaders().get("kid")).isNotEqualTo(verified(before).getHeaders().get("kid"));
    }

    @Test
    void keepsItsKeyOverARestart() {
        try (Partners first = Partners.start()) {
            String token = Web.json(new Web().form(first.identity().resolve("/oauth2/token"), Map.of("grant_type",
                    "password", "client_id", "shopcare-cli", "username", "lin", "password", "lin"))).path(
                            "access_token")
                    .asText();
            try (Partners second = first.restarted()) {
                assertThat(decoder(second).decode(token).getSubject()).isEqualTo("lin");
            }
        }
    }

    @Test
    void describesItselfToProgramsAndNothingOfTheOtherPartners() {
        var discovery = Web.json(web.get(partners.identity().resolve("/.well-known/openid-configuration")));

        assertThat(discovery.path("issuer").asText()).isEqualTo("http://localhost:9000");
        assertThat(discovery.path("jwks_uri").asText()).isEqualTo("http://localhost:9000/oauth2/jwks");
        for (String path : List.of("/v1/ledger", "/api/mails")) {
            assertThat(web.get(partners.identity().resolve(path)).statusCode()).as(path).isEqualTo(404);
        }
    }

    private HttpResponse<String> withPassword(String name, String password) {
        return web.form(token(), Map.of("grant_type", "password", "client_id", "shopcare-cli", "username", name,
                "password", password));
    }

    private HttpResponse<String> asService(String client, String secret) {
        String credentials = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(
                StandardCharsets.UTF_8));
        return web.form(token(), Map.of("grant_type", "client_credentials"), "Authorization", "Basic " + credentials);
    }

    private static URI token() {
        return partners.identity().resolve("/oauth2/token");
    }

    private static String accessToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Web.json(answer).path("access_token").asText();
    }

    private static Jwt verified(String token) {
        return decoder(partners).decode(token);
    }

    private static NimbusJwtDecoder decoder(Partners issuer) {
        return NimbusJwtDecoder.withJwkSetUri(issuer.identity().resolve("/oauth2/jwks").toString()).build();
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(
                "No redirect but " + answer.statusCode() + " " + answer.body())));
    }

    private static String csrf(String page) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(
                verifier.getBytes(StandardCharsets.US_ASCII)));
    }
}
