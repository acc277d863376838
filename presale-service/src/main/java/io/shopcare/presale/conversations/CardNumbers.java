package io.shopcare.presale.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds payment card numbers: 13 to 19 digits, alone or in groups, that pass the Luhn check and do not begin with 0 or
 * 1. First and last four stay (rules.md, Personal data). Digits of any script count.
 */
final class CardNumbers {
    private static final Pattern RUN = Pattern
            .compile("(?<![A-Za-z\\p{Nd}])\\p{Nd}+(?:[ \\-]\\p{Nd}+)*(?![A-Za-z\\p{Nd}])");
    private static final Pattern GROUP = Pattern.compile("\\p{Nd}+");
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private record Group(int start, int end) {}

    private CardNumbers() {}

    static String mask(String text) {
        var masked = new StringBuilder(text);
        RUN.matcher(text).results().forEach(run -> maskRun(masked, run.start(), run.end()));
        return masked.toString();
    }

    /** A run may hold a card number and other digits beside it; numbers begin and end with a group. */
    private static void maskRun(StringBuilder text, int start, int end) {
        List<Group> groups = new ArrayList<>();
        GROUP.matcher(text).region(start, end).results()
                .forEach(found -> groups.add(new Group(found.start(), found.end())));
        for (int first = 0; first < groups.size(); first++)
            for (int last = groups.size() - 1; last >= first; last--) {
                var number = new Group(groups.get(first).start(), groups.get(last).end());
                if (isCard(text, number)) {
                    blank(text, number);
                    first = last;
                }
            }
    }

    private static boolean isCard(CharSequence text, Group at) {
        var digits = text.subSequence(at.start(), at.end()).codePoints().filter(Character::isDigit)
                .map(point -> Character.digit(point, 10)).toArray();
        if (digits.length < SHORTEST || digits.length > LONGEST || digits[0] < 2)
            return false;
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static void blank(StringBuilder text, Group at) {
        long digits = text.subSequence(at.start(), at.end()).chars().filter(Character::isDigit).count();
        int seen = 0;
        for (int i = at.start(); i < at.end(); i++)
            if (Character.isDigit(text.charAt(i)) && ++seen > 4 && seen <= digits - 4)
                text.setCharAt(i, '*');
    }
}
