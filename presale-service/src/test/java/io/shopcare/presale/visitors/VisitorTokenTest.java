package io.shopcare.presale.visitors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.security.SecuritySettings;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.presale.PresaleTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("P1: an anonymous buyer gets a short-lived token for a conversation of their own")
class VisitorTokenTest extends PresaleTest {
    @Autowired
    private SecuritySettings security;

    @Test
    void saysWhoAndWhereAndUntilWhen() throws JsonProcessingException {
        var issued = api.post("/api/presale/visitor-tokens", Map.of("shop", shop, "locale", "zh-CN")).expect(201);
        var claims = Json.WIRE.readTree(
                new String(Base64.getUrlDecoder().decode(issued.at("/token").split("\\.")[1]), UTF_8));
        assertThat(claims.at("/iss").asText()).isEqualTo("shopcare-visitor");
        assertThat(claims.at("/aud").toString()).contains("shopcare");
        assertThat(claims.at("/roles").toString()).isEqualTo("[\"visitor\"]");
        assertThat(claims.at("/shops/0").asText()).isEqualTo(shop);
        assertThat(claims.at("/channel").asText()).isEqualTo("web");
        assertThat(claims.at("/sub").asText()).isEqualTo(issued.at("/visitorId"));
        assertThat(Instant.parse(issued.at("/expiresAt")))
                .isBefore(Clock.systemUTC().instant().plus(Duration.ofMinutes(31)));
        assertThat(issued.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aVisitorSeesOnlyTheirOwn() {
        var one = visitor();
        var other = visitor();
        var id = one.post("/api/presale/conversations",
                Map.of("shop", shop, "text", "hi", "clientMessageId", "c-" + Ids.next())).expect(201).at("/id");
        one.get("/api/presale/conversations/" + id).expect(200);
        other.get("/api/presale/conversations/" + id).expect(404);
        assertThat(other.get("/api/presale/conversations?shop=" + shop).json().at("/items")).isEmpty();
    }

    @Test
    void aForgedTokenIsNone() {
        var token = api.post("/api/presale/visitor-tokens", Map.of("shop", shop)).expect(201).at("/token");
        var parts = token.split("\\.");
        var forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(
                new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("visitor\"]", "supervisor\"]")
                        .getBytes(UTF_8))
                + "." + parts[2];
        api.with("Authorization", "Bearer " + forged).get("/api/presale/conversations?shop=" + shop).expect(401);
    }

    @Test
    void refusesShopsThatTakeNoVisitors() {
        var tokens = new VisitorTokens(security, new VisitorSettings("web", Set.of("nuanyang")),
                Clock.systemUTC());
        assertThat(tokens.issue("nuanyang", "en").visitorId()).startsWith("visitor-");
        assertThatThrownBy(() -> tokens.issue("harbor", "en"))
                .hasMessageContaining("not-found");
        api.post("/api/presale/visitor-tokens", Map.of("shop", "Not A Shop")).expect(400);
    }

    private Api visitor() {
        return api.with("Authorization", "Bearer "
                + api.post("/api/presale/visitor-tokens", Map.of("shop", shop)).expect(201).at("/token"));
    }
}
