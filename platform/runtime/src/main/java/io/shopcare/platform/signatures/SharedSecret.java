package io.shopcare.platform.signatures;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Signs and checks messages by {@code v1=} and the hexadecimal HMAC-SHA256 of {@code timestamp + "." + body}; the time,
 * in epoch seconds, bounds how long a message that was overheard can be sent again.
 */
public final class SharedSecret {
    /** Header with the time of signing, epoch seconds. */
    public static final String TIMESTAMP = "X-Timestamp";
    /** Header with the signature. */
    public static final String SIGNATURE = "X-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration window;

    /**
     * @param secret known to both sides
     * @param window how far the time of signing may be from now, before or after
     */
    public SharedSecret(String secret, Duration window) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
        this.window = window;
    }

    /** The signature of a body at a time; both travel as headers. */
    public String sign(Instant at, byte[] body) {
        return sign(at.getEpochSecond(), body);
    }

    /** Whether whoever sent this knows the secret and signed it within the window around now. */
    public boolean accepts(@Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}"))
            return false;
        long seconds = Long.parseLong(timestamp);
        boolean fresh = Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(window) <= 0;
        // in constant time: how much of a guess was right must not be told by the clock
        return fresh && MessageDigest.isEqual(sign(seconds, body).getBytes(US_ASCII), signature.getBytes(UTF_8));
    }

    private String sign(long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((seconds + ".").getBytes(US_ASCII));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SharedSecret[redacted]";
    }
}
