package io.shopcare.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import io.shopcare.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway with stub services behind it and a stub issuer beside it. */
@AutoConfigureObservability
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "shopcare.gateway.answer=1s")
@Import(TheDoorTest.NoSessions.class)
class TheDoorTest {
    private static final String SECRET = "a-visitor-secret-of-at-least-32-bytes";
    private static final RSAKey KEY = key();
    private static final DisposableServer ISSUER = issuer();
    private static final StubService PRESALE = StubService.start("presale");
    private static final StubService ORDER = StubService.start("order");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("shopcare.security.issuer", TheDoorTest::issuerAddress);
        properties.add("shopcare.security.visitor.secret", () -> SECRET);
        properties.add("shopcare.gateway.services.presale", PRESALE::address);
        properties.add("shopcare.gateway.services.order", ORDER::address);
        properties.add("shopcare.gateway.services.crm", () -> "http://127.0.0.1:1"); // nobody there
    }

    /** Whoever asks for a session makes one for every request: what is called here fails if somebody does. */
    @TestConfiguration(proxyBeanMethods = false)
    static class NoSessions {
        @Bean(WebHttpHandlerBuilder.WEB_SESSION_MANAGER_BEAN_NAME)
        WebSessionManager noSessions() {
            return _ -> Mono.error(() -> new IllegalStateException("somebody asked for a session"));
        }
    }

    @BeforeAll
    static void theIssuerIsThere() {
        assertThat(ISSUER.isDisposed()).isFalse();
    }

    @AfterAll
    static void stop() {
        PRESALE.close();
        ORDER.close();
        ISSUER.disposeNow();
    }

    @Test
    @DisplayName("G1 leads each path to its service, unchanged, with the caller's token")
    void leadsToTheService() throws Exception {
        var answer = get("/api/order/orders?shop=s&after=%E4%B8%AD", token("lin", "buyer"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/service").asText()).isEqualTo("order");
        assertThat(json(answer).at("/path").asText()).isEqualTo("/api/order/orders?shop=s&after=%E4%B8%AD");
        assertThat(json(answer).at("/authorization").asText()).startsWith("Bearer ");
        assertThat(json(answer).at("/trace").asText()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(json(get("/api/presale/conversations", token("mei", "presales"))).at("/service").asText())
                .isEqualTo("presale");
    }

    @Test
    @DisplayName("G2 lets nobody in without a token of the issuer")
    void letsNobodyInWithoutAToken() throws Exception {
        assertProblem(get("/api/order/orders", null), 401, "unauthenticated");
        assertProblem(get("/api/order/orders", "x.y.z"), 401, "unauthenticated");
        assertProblem(get("/api/order/orders", signed("mei", "presales", "https://somebody.else", "shopcare", 60)), 401,
                "unauthenticated");
        assertProblem(get("/api/order/orders", signed("mei", "presales", issuerAddress(), "others", 60)), 401,
                "unauthenticated");
        assertProblem(get("/api/order/orders", signed("mei", "presales", issuerAddress(), "shopcare", -120)), 401,
                "unauthenticated");
        assertThat(get("/api/order/provider-callbacks/sandbox", null).statusCode()).isEqualTo(200);
        assertThat(get("/api/presale/visitor-tokens", null).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("G2 lets visitors in to presale and nowhere else")
    void letsVisitorsInToPresaleOnly() throws Exception {
        assertThat(get("/api/presale/conversations", visitorToken("visitor")).statusCode()).isEqualTo(200);
        assertProblem(get("/api/order/orders", visitorToken("visitor")), 403, "forbidden");
        assertProblem(get("/api/presale/conversations", visitorToken("admin")), 401, "unauthenticated");
    }

    @Test
    @DisplayName("G4 answers for a service that is away, while the others go on")
    void answersForAServiceThatIsAway() throws Exception {
        for (int i = 0; i < 30; i++) {
            var away = get("/api/crm/customers", token("ke", "crm"));
            assertProblem(away, 503, "service-unavailable");
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
            assertThat(json(away).at("/instance").asText()).isEqualTo("/api/crm/customers");
        }
        assertThat(get("/api/order/orders", token("an", "auditor")).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("G4 tells a service that is slow from one that is away")
    void tellsSlowFromAway() throws Exception {
        assertProblem(get("/api/order/slow", token("an", "auditor")), 504, "upstream-timeout");
    }

    @Test
    @DisplayName("G4 takes internal headers off, both ways")
    void takesInternalHeadersOff() throws Exception {
        var request = request("/api/order/orders", token("an", "auditor")).header("X-Shopcare-Internal", "mine")
                .header("X-Forwarded-Host", "evil.example").build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(json(answer).at("/internal").asText()).isEqualTo("null");
        assertThat(json(answer).at("/forwarded").asText()).doesNotContain("evil");
        assertThat(answer.headers().firstValue("X-Shopcare-Internal")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    @DisplayName("G5 answers in the caller's language")
    void answersInTheCallersLanguage() throws Exception {
        var request = request("/nowhere", token("an", "auditor")).header("Accept-Language", "zh-CN").build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertProblem(answer, 404, "not-found");
        assertThat(json(answer).at("/title").asText()).isEqualTo("没有找到");
    }

    @Test
    @DisplayName("G5 does not let a caller reach the answers for services that are away")
    void hidesTheFallBack() throws Exception {
        assertProblem(get("/away/order", null), 404, "not-found");
    }

    @Test
    @DisplayName("G7 offers the documents of all services on one page")
    void offersTheDocuments() throws Exception {
        var configuration = json(get("/v3/api-docs/swagger-config", null));
        assertThat(configuration.at("/urls").findValuesAsText("url")).containsExactlyInAnyOrder("/docs/openapi/crm",
                "/docs/openapi/order", "/docs/openapi/presale", "/docs/openapi/aftersale");
        assertThat(json(get("/docs/openapi/order", null)).at("/info/title").asText()).isEqualTo("order");
        var page = get("/docs", null).headers().firstValue("Location").orElseThrow();
        assertThat(get(URI.create(page).getPath(), null).body()).contains("swagger-ui");
    }

    @Test
    @DisplayName("G7 offers all events with their fields and samples on one page, and as AsyncAPI")
    void offersTheEvents() throws Exception {
        var page = get("/docs/events", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("shopcare.order.orders", "order.placed.v1", "orderId of the data",
                "kept: unlimited", "sample: ", "COAT-WOOL-GREY-L");
        assertThat(get("/docs/asyncapi.yaml", null).body()).startsWith("asyncapi: \"3.0.0\"");
    }

    @Test
    @DisplayName("G1 opens sockets to presale")
    void opensSockets() throws Exception {
        var heard = new CompletableFuture<String>();
        var socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/presale?ticket=t"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                heard.complete(text.toString());
                                return WebSocket.Listener.super.onText(from, text, last);
                            }
                        })
                .get(5, TimeUnit.SECONDS);
        socket.sendText("hello", true);
        assertThat(heard.get(5, TimeUnit.SECONDS)).isEqualTo("echo hello");
        socket.abort();
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return HTTP.send(request(path, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String name) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).at("/type").asText()).isEqualTo("urn:shopcare:problem:" + name);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.WIRE.readTree(answer.body());
    }

    private static String token(String person, String role) throws Exception {
        return signed(person, role, issuerAddress(), "shopcare", 60);
    }

    private static String signed(String person, String role, String issuer, String audience, int seconds)
            throws Exception {
        var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                claims(person, role, issuer, audience, seconds));
        jwt.sign(new RSASSASigner(KEY));
        return jwt.serialize();
    }

    private static String visitorToken(String role) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256),
                claims("visitor-1", role, "shopcare-visitor", "shopcare", 60));
        jwt.sign(new MACSigner(SECRET));
        return jwt.serialize();
    }

    private static JWTClaimsSet claims(String person, String role, String issuer, String audience, int seconds) {
        return new JWTClaimsSet.Builder().subject(person).issuer(issuer).audience(audience)
                .claim("roles", List.of(role)).claim("shops", List.of("s"))
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds))).build();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DisposableServer issuer() {
        return HttpServer.create().host("localhost").port(0).route(routes -> routes
                .get("/.well-known/openid-configuration", (_, response) -> response
                        .header("Content-Type", "application/json")
                        .sendString(Mono.fromCallable(() -> "{\"issuer\":\"" + issuerAddress() + "\",\"jwks_uri\":\""
                                + issuerAddress() + "/keys\"}")))
                .get("/keys", (_, response) -> response.header("Content-Type", "application/json")
                        .sendString(Mono.just(new JWKSet(KEY.toPublicJWK()).toString()))))
                .bindNow();
    }

    private static String issuerAddress() {
        return "http://localhost:" + ISSUER.port();
    }
}
