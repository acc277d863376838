package io.shopcare.platform.signatures;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SharedSecretTest {
    private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");
    private static final byte[] BODY = "{\"waybill\":\"SF1\"}".getBytes(UTF_8);

    private final SharedSecret secret = new SharedSecret("carrier-secret", Duration.ofSeconds(300));
    private final String timestamp = Long.toString(NOW.getEpochSecond());

    @Test
    void acceptsWhatWasSignedWithTheSecret() {
        assertThat(secret.accepts(timestamp, secret.sign(NOW, BODY), BODY, NOW.plusSeconds(300))).isTrue();
    }

    @Test
    void signsAsTheContractSays() {
        // printf '1794276000.{"waybill":"SF1"}' | openssl dgst -sha256 -hmac carrier-secret
        assertThat(secret.sign(NOW, BODY))
                .isEqualTo("v1=e9b137402f843986e4131c3c2a3c1f456ea79f0705cff0e4f284e5b0d1b583c7");
    }

    @Test
    void refusesAnotherBodyAnotherSecretAndAnotherTime() {
        var signature = secret.sign(NOW, BODY);
        assertThat(secret.accepts(timestamp, signature, "{}".getBytes(UTF_8), NOW)).isFalse();
        assertThat(new SharedSecret("guess", Duration.ofSeconds(300)).accepts(timestamp, signature, BODY, NOW))
                .isFalse();
        assertThat(secret.accepts(Long.toString(NOW.getEpochSecond() + 1), signature, BODY, NOW)).isFalse();
    }

    @Test
    void refusesWhatIsOlderOrNewerThanTheWindow() {
        var signature = secret.sign(NOW, BODY);
        assertThat(secret.accepts(timestamp, signature, BODY, NOW.plusSeconds(301))).isFalse();
        assertThat(secret.accepts(timestamp, signature, BODY, NOW.minusSeconds(301))).isFalse();
    }

    @Test
    void refusesMissingAndMalformedHeaders() {
        assertThat(secret.accepts(null, secret.sign(NOW, BODY), BODY, NOW)).isFalse();
        assertThat(secret.accepts(timestamp, null, BODY, NOW)).isFalse();
        assertThat(secret.accepts("yesterday", secret.sign(NOW, BODY), BODY, NOW)).isFalse();
    }

    @Test
    void doesNotTellTheSecret() {
        assertThat(secret.toString()).doesNotContain("carrier-secret");
    }
}
