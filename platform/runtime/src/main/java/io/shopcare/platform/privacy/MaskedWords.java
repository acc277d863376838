package io.shopcare.platform.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, with the personal data in it masked (rules.md, Masking): what its form or the word before it gives
 * away, and what is known of the person. Names and places that nobody told us of cannot be told from other words.
 */
public final class MaskedWords {
    private static final Pattern MOBILE = Pattern
            .compile("(?<![0-9A-Za-z])((?:\\+?86[ -]?)?1[3-9]\\d)([ -]?)\\d{4}\\2(\\d{4})(?![0-9A-Za-z])");
    private static final Pattern EMAIL = Pattern
            .compile("([A-Za-z0-9])[A-Za-z0-9._%+-]*@([A-Za-z0-9-]+\\.[A-Za-z0-9.-]+)");
    /** After its name, and a colon or a digit in it: "wechat pay" is no account. */
    private static final Pattern CHAT_ACCOUNT = Pattern.compile("(?i)((?:微信|薇信|v信|weixin|wechat|\\bwx|\\bvx|qq)号?\\s*"
            + "(?:(?:[:：=]|是|为|is\\b)\\s*|(?=[a-z_-]*\\d)))([a-z1-9])[-_a-z0-9]{4,19}(?![-_a-z0-9])");
    /** Place, day of birth, number, check digit (GB 11643). */
    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{2}"
            + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern HOUSE = Pattern.compile("((?:路|街|大道|巷|弄|胡同)\\s*)\\d{1,5}\\s*[号弄]"
            + "(?:\\s*\\d{1,4}\\s*(?:号楼|[号幢栋座室楼层]|单元))*");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int SHORTEST_KNOWN = 2;

    private MaskedWords() {}

    /**
     * The text as those may see it who have not said what for.
     *
     * @param known of the person: name, road and number; what is null or too short to be told from other words is passed over
     */
    public static String of(String text, @Nullable String... known) {
        var masked = Stream.of(known).filter(one -> one != null && one.strip().length() >= SHORTEST_KNOWN)
                .reduce(text, (words, one) -> words.replace(one.strip(), first(one.strip()) + "**"));
        masked = IDENTITY.matcher(masked).replaceAll(MaskedWords::identity);
        masked = MOBILE.matcher(masked).replaceAll("$1****$3");
        masked = EMAIL.matcher(masked).replaceAll("$1***@$2");
        masked = CHAT_ACCOUNT.matcher(masked).replaceAll("$1$2***");
        return HOUSE.matcher(masked).replaceAll("$1***");
    }

    private static String identity(MatchResult found) {
        var number = found.group();
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++)
            sum += WEIGHTS[i] * Character.digit(number.charAt(i), 10);
        boolean isOne = CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length()) == Character.toUpperCase(number.charAt(17));
        return isOne ? number.charAt(0) + "***************" + number.substring(16) : number;
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
