package io.shopcare.acceptance.doors;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.shopcare.acceptance.People;
import io.shopcare.acceptance.Surroundings;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tokens that are wrong in one thing, each at the gateway and at a service's own port; and those that are just good enough. */
final class WrongTokens {
    private static final TestPerson LIN = TestPerson.buyer("lin", "nuanyang");
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int ORDER_SERVICE = 8082 - 8080;

    private final List<String> bases;
    private final Surroundings at;
    private final StackKeys keys;
    private final long now;
    private final List<String> findings = new ArrayList<>();

    WrongTokens(Surroundings at, StackKeys keys, Clock clock) {
        int colon = at.gateway().lastIndexOf(':') + 1;
        this.at = at;
        this.bases = List.of(at.gateway(), at.gateway().substring(0, colon)
                + (Integer.parseInt(at.gateway().substring(colon)) + ORDER_SERVICE));
        this.keys = keys;
        this.now = clock.instant().getEpochSecond();
    }

    List<String> look(String order) {
        good().forEach((why, token) -> expect(order, why, token, 200));
        bad().forEach((why, token) -> expect(order, why, token, 401));
        rotation(order);
        return findings;
    }

    private Map<String, String> good() {
        var good = new LinkedHashMap<String, String>();
        good.put("as it should be", keys.token(LIN));
        good.put("just run out, within the skew of clocks", ranOut(10));
        good.put("for several audiences", claiming("aud", List.of("other", "shopcare")));
        return good;
    }

    private Map<String, String> bad() {
        var bad = new LinkedHashMap<String, String>();
        bad.put("of another issuer", claiming("iss", "http://localhost:1"));
        bad.put("of the visitors' issuer, signed by the provider", claiming("iss", "shopcare-visitor"));
        bad.put("for another audience", claiming("aud", List.of("other")));
        bad.put("for nobody", without("aud"));
        bad.put("by nobody", without("iss"));
        bad.put("run out beyond the skew of clocks", ranOut(120));
        bad.put("not good yet", claiming("nbf", now + 600));
        bad.put("that never runs out", without("exp"));
        bad.put("without anybody's name", without("sub"));
        bad.put("with times of the wrong type", claiming("exp", "tomorrow"));
        bad.put("of a key that nobody published", otherKey());
        bad.put("that names another key", keys.signed(changed(keys.header(), "kid", "nobody's"), keys.claims(LIN)));
        for (var alg : List.of("none", "NONE", "nOnE"))
            bad.put("unsigned, alg " + alg,
                    StackKeys.unsigned(changed(keys.header(), "alg", alg), keys.claims(LIN)) + ".");
        bad.put("signed with the public key as a secret", macOfPublicKey());
        bad.put("with another signature", keys.token(LIN).replaceFirst("[^.]+$", "AAAA"));
        bad.put("without a signature", keys.token(LIN).replaceFirst("[^.]+$", ""));
        bad.put("with other claims under the signature", StackKeys.unsigned(keys.header(),
                changed(keys.claims(LIN), "sub", "eve")) + "." + keys.token(LIN).replaceFirst(".*\\.", ""));
        bad.put("with its key within", keys.signed(changed(keys.header(), "jku", "http://localhost:1/jwks"),
                changed(keys.claims(LIN), "iss", "http://localhost:1")));
        bad.put("with a critical header that nobody knows", keys.signed(changed(keys.header(), "crit", List.of("x")),
                keys.claims(LIN)));
        bad.put("that is none", "not-a-token");
        bad.put("that is huge", "a".repeat(6_000));
        return bad;
    }

    /** While programs run the provider begins to sign with a new key; tokens of the old one stay good until they run out. */
    private void rotation(String order) {
        var admin = keys.token(TestPerson.staff("admin", "admin", "nuanyang"));
        new Api(at.issuer()).with("Authorization", "Bearer " + admin).send("POST", "/keys/rotation", null).expect(200);
        var fresh = new People(at);
        int status = fresh.as("lin").get("/api/order/orders/" + order).status();
        if (status != 200)
            findings.add("a token of the key that signs since a moment: expected 200 but got " + status);
        expect(order, "of the key that was replaced a moment ago", keys.token(LIN), 200);
    }

    private void expect(String order, String why, String token, int status) {
        for (var base : bases) {
            var answer = new Api(base).with("Authorization", "Bearer " + token).get("/api/order/orders/" + order);
            if (answer.status() != status || status == 401 && !answer.at("/type").endsWith(":unauthenticated"))
                findings.add("a token " + why + " at " + base + ": expected " + status + " but got " + answer.status()
                        + " " + answer.http().body());
        }
    }

    private String claiming(String claim, Object value) {
        return keys.signed(keys.header(), changed(keys.claims(LIN), claim, value));
    }

    private String ranOut(long secondsAgo) {
        return keys.signed(keys.header(),
                changed(changed(keys.claims(LIN), "iat", now - 3600), "exp", now - secondsAgo));
    }

    private String without(String claim) {
        var claims = keys.claims(LIN);
        claims.remove(claim);
        return keys.signed(keys.header(), claims);
    }

    private static Map<String, Object> changed(Map<String, Object> fields, String name, Object value) {
        fields.put(name, value);
        return fields;
    }

    private String otherKey() {
        try {
            var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            var content = StackKeys.unsigned(keys.header(), keys.claims(LIN));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The oldest trick: a check that takes the algorithm from the token takes the published key for a shared secret. */
    private String macOfPublicKey() {
        try {
            var published = new Api(at.issuer()).get("/oauth2/jwks").expect(200).at("/keys/0/n");
            var content = StackKeys.unsigned(changed(keys.header(), "alg", "HS256"), keys.claims(LIN));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(published.getBytes(UTF_8), "HmacSHA256"));
            return content + "." + URL.encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
