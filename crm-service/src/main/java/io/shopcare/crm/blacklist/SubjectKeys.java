package io.shopcare.crm.blacklist;

import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Keyed digests of what may be listed, as {@code contracts/blacklist-keys.yaml} says; other services make them alike. */
final class SubjectKeys {
    private final SecretKeySpec key;

    SubjectKeys(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    String ofBuyer(String shop, String channel, String buyerId) {
        return digest(shop, "buyer", channel + "/" + buyerId);
    }

    String ofPhone(String shop, String phone) {
        return digest(shop, "phone", phone(plain(phone)));
    }

    /** @param parts from the country's down to the detail, in this order; how they are divided does not matter */
    String ofAddress(String shop, List<String> parts) {
        return digest(shop, "address",
                plain(String.join("", parts)).toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", ""));
    }

    /** Wide digits, spaces and commas are plain ones. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Digits alone; without the extension of a virtual number and the country code of a Chinese mobile. */
    private static String phone(String phone) {
        var digits = phone.replaceAll("-\\d{1,6}$", "").replaceAll("[^0-9]", "");
        if (digits.length() < 7)
            digits = phone.replaceAll("[^0-9]", "");
        return digits.matches("861[3-9]\\d{9}") ? digits.substring(2) : digits;
    }

    private String digest(String shop, String kind, String text) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((shop + "\n" + kind + "\n" + text).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
