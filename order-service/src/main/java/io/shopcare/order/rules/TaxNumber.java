package io.shopcare.order.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a Chinese tax number (纳税人识别号): a company's unified social credit code with its check digit (GB 32100-2015),
 * a sole trader's identity number with its own (GB 11643-1999, also with two digits behind it), or one of the 15 digits of
 * before 2015, which has none that all offices followed.
 */
final class TaxNumber {
    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Pattern IDENTITY = Pattern.compile("\\d{17}[0-9X](\\d{2})?");
    private static final Pattern OLDER = Pattern.compile("\\d{6}[0-9A-Z]{9}");

    private TaxNumber() {}

    /** What is wrong with it: {@code form} or {@code check-digit}. */
    static Optional<String> flawOf(String given) {
        var number = Normalizer.normalize(given, Normalizer.Form.NFKC).replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        boolean identity = IDENTITY.matcher(number).matches();
        boolean code = CREDIT_CODE.matcher(number).matches();
        if (OLDER.matcher(number).matches() || identity && checksAsIdentity(number) || code && checksAsCode(number))
            return Optional.empty();
        return Optional.of(identity || code ? "check-digit" : "form");
    }

    /** Modulo 31, weights of 3 to the power of the place. */
    private static boolean checksAsCode(String code) {
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < 17; place++) {
            sum += DIGITS.indexOf(code.charAt(place)) * weight;
            weight = weight * 3 % 31;
        }
        return DIGITS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }

    /** ISO 7064, MOD 11-2. */
    private static boolean checksAsIdentity(String number) {
        int rest = 0;
        for (int place = 0; place < 17; place++)
            rest = (rest + Character.digit(number.charAt(place), 10)) * 2 % 11;
        return "0123456789X".indexOf(number.charAt(17)) == (12 - rest) % 11;
    }
}
