package io.shopcare.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A provider whose tokens name the address that browsers use, and which programs reach at another one. */
class AnotherProviderTest {
    private static final String NAMED = "http://localhost:9000/realms/shopcare";

    private HttpServer inside;
    private RSAKey key;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/realms/shopcare/certs", exchange -> {
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        inside.start();
    }

    @AfterEach
    void stop() {
        inside.stop(0);
    }

    @Test
    @DisplayName("G2 G3: keys and tokens come from where the provider is reached; tokens name where browsers see it")
    void readsItsTokens() throws JOSEException {
        var settings = settings();
        var person = new PersonTokens(settings).convert(decoder(settings).decode(token(NAMED)));
        assertThat(person.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_auditor");
        assertThat(settings.tokenUri()).isEqualTo(address() + "/token");
    }

    @Test
    @DisplayName("G2: a token that names the inside address is not accepted")
    void refusesAnotherIssuer() throws JOSEException {
        var token = token(address());
        var decoder = decoder(settings());
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    private static JwtDecoder decoder(SecuritySettings settings) {
        return TokenDecoders.of(settings);
    }

    private SecuritySettings settings() {
        var source = new MapConfigurationPropertySource(Map.of("s.issuer", NAMED, "s.roles-claim", "realm_access.roles",
                "s.provider.inside", address(), "s.provider.keys-path", "/certs", "s.provider.token-path", "/token"));
        return new Binder(source).bind("s", SecuritySettings.class).get();
    }

    private String address() {
        return "http://localhost:" + inside.getAddress().getPort() + "/realms/shopcare";
    }

    private String token(String issuer) throws JOSEException {
        var now = Clock.systemUTC().instant();
        var claims = new JWTClaimsSet.Builder().subject("an").issuer(issuer).audience("shopcare")
                .claim("realm_access", Map.of("roles", List.of("auditor"))).claim("shops", List.of("nuanyang"))
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60))).build();
        var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}
