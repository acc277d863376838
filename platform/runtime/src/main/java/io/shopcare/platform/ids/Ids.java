package io.shopcare.platform.ids;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

import com.github.f4b6a3.uuid.UuidCreator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes ids. All are UUIDs in text form: version 7 for new things, version 8 for derived ones. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Ids() {}

    /** A new time-ordered id (UUIDv7). */
    public static String next() {
        return UuidCreator.getTimeOrderedEpochPlus1().toString();
    }

    /** The same id for the same parts, for ever (UUIDv8 over SHA-256). */
    public static String derived(String... parts) {
        var bytes = ByteBuffer.wrap(sha256(parts));
        long high = bytes.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
        long low = bytes.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /**
     * Whether something of this name can have been made by us: letters, digits and hyphens. What is not of this form may
     * not go into a path, where {@code %2e%2e} or a slash would name something else.
     */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** A digest of the parts as 32 hexadecimal digits; parts are kept apart, so ("a","bc") is not ("ab","c"). */
    public static String digest(String... parts) {
        return HexFormat.of().formatHex(sha256(parts), 0, 16);
    }

    private static byte[] sha256(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
