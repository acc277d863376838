package io.shopcare.standalone.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code X-Signature: v1=<hex HMAC-SHA256(secret, timestamp + "." + body)>}; a signature is good for five minutes. */
@Component
class Signatures {
    static final String TIMESTAMP = "X-Timestamp";
    static final String SIGNATURE = "X-Signature";
    private static final Duration WINDOW = Duration.ofSeconds(300);

    private final SecretKeySpec secret;
    private final Clock clock;

    Signatures(SandboxSettings settings, Clock clock) {
        this.secret = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    String sign(long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC-SHA256", e);
        }
    }

    boolean good(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long seconds = Long.parseLong(timestamp);
        boolean fresh = Duration.between(Instant.ofEpochSecond(seconds), clock.instant()).abs().compareTo(WINDOW) <= 0;
        // in constant time: how much of a guess was right must not be told by the clock
        return fresh && MessageDigest.isEqual(sign(seconds, body).getBytes(StandardCharsets.US_ASCII), signature
                .getBytes(StandardCharsets.UTF_8));
    }
}
