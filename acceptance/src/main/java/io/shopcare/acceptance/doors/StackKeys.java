package io.shopcare.acceptance.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Signs tokens with the local stack's own key, so that a knock can come from a person of any role and shop, and so that
 * tokens can be wrong in one thing only.
 */
final class StackKeys {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final long GOOD_FOR = 3600;

    private final String issuer;
    private final String keyId;
    private final PrivateKey key;
    private final Clock clock;
    private final Map<TestPerson, String> tokens = new ConcurrentHashMap<>();

    StackKeys(Path data, String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
        try {
            var jwk = Json.WIRE.readTree(Files.readString(data.resolve("identity/signing-keys.json"))).at("/keys/0");
            keyId = jwk.at("/kid").asText();
            key = KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateCrtKeySpec(number(jwk, "n"),
                    number(jwk, "e"), number(jwk, "d"), number(jwk, "p"), number(jwk, "q"), number(jwk, "dp"),
                    number(jwk, "dq"), number(jwk, "qi")));
        } catch (IOException e) {
            throw new UncheckedIOException("no keys of a local stack in " + data + ": is it up?", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode jwk, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(field).asText()));
    }

    /** A token as the identity provider would give it. */
    String token(TestPerson person) {
        return tokens.computeIfAbsent(person, who -> signed(header(), claims(who)));
    }

    /** What stands at the head of a good token; to be changed by whoever wants a bad one. */
    Map<String, Object> header() {
        return new LinkedHashMap<>(Map.of("alg", "RS256", "kid", keyId));
    }

    /** What a good token says; to be changed by whoever wants a bad one. */
    Map<String, Object> claims(TestPerson person) {
        long now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>(Map.of("sub", person.id(), "iss", issuer, "aud",
                List.of("shopcare"), "iat", now, "exp", now + GOOD_FOR, "roles", person.roles(), "shops",
                person.shops()));
        if (person.channel() != null)
            claims.put("channel", person.channel());
        if (person.locale() != null)
            claims.put("locale", person.locale());
        if (person.roles().contains("service"))
            claims.put("scope", TestPerson.EVERY_SCOPE);
        return claims;
    }

    /** A token whose signature is right for what it says. */
    String signed(Map<String, Object> header, Map<String, Object> claims) {
        var content = unsigned(header, claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(UTF_8));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims, without the last part. */
    static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
        return part(header) + "." + part(claims);
    }

    private static String part(Map<String, Object> fields) {
        try {
            return URL.encodeToString(Json.WIRE.writeValueAsBytes(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
