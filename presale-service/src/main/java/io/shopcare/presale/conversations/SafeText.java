package io.shopcare.presale.conversations;

import java.util.regex.Pattern;

import io.shopcare.platform.privacy.MaskedWords;

/**
 * Makes what somebody typed harmless (P3, P17): control characters and marks that turn the direction of reading go,
 * card numbers, passwords and verification codes are masked before anything is stored.
 */
public final class SafeText {
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\p{Cc}&&[^\n\t]]|[\u202A-\u202E\u2066-\u2069]");
    private static final String SECRET = "(?:验证码|校验码|动态码|短信码|verification code|security code|one-time code|otp|cvv2?|cvc)";
    private static final Pattern CODE_AFTER = Pattern
            .compile("(?i)(" + SECRET + "\\P{Nd}{0,8}?)(\\p{Nd}{3,8})(?!\\p{Nd})");
    private static final Pattern CODE_BEFORE = Pattern
            .compile("(?i)(?<!\\p{Nd})(\\p{Nd}{4,8})(\\s*(?:是|is)\\s*(?:我的|my |the )?" + SECRET + ")");
    private static final Pattern PASSWORD = Pattern
            .compile("(?i)((?:密码|口令|password|passcode)\\s*(?:是|为|is\\b|[:：=])\\s*)(\\S{3,64})");

    private SafeText() {}

    /** As it may be stored and shown to the two who talk. */
    public static String of(String typed) {
        var visible = INVISIBLE.matcher(withoutLoneSurrogates(typed.replace("\r\n", "\n"))).replaceAll("");
        var withoutCards = CardNumbers.mask(visible);
        var withoutPasswords = PASSWORD.matcher(withoutCards).replaceAll("$1****");
        var withoutCodes = CODE_AFTER.matcher(withoutPasswords).replaceAll("$1****");
        return CODE_BEFORE.matcher(withoutCodes).replaceAll("****$2");
    }

    /** As it may be published: what tells of a person is masked too (rules.md, Personal data). */
    public static String forPublic(String typed) {
        return MaskedWords.of(of(typed));
    }

    private static String withoutLoneSurrogates(String text) {
        return text.codePoints().filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
