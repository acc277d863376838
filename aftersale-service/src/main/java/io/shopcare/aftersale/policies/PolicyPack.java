package io.shopcare.aftersale.policies;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rules with one source, as a data file (rules.md). Packs stand on each other: the law, then the platform's profile, then
 * the shop's promise; what stands above may be better for the buyer, never worse.
 *
 * @param pack          name
 * @param level         on which it stands
 * @param jurisdiction  country of the buyer for which it holds; {@code *} for every, {@code !CN} for every other
 * @param channel       for which it holds; {@code *} for every
 * @param version       that citations name
 * @param effectiveFrom first day on which a purchase falls under it
 * @param effectiveTo   last such day; null while it has no end
 * @param source        where it was read
 * @param verifiedAt    when somebody last compared it with its source
 * @param notice        what the reader must know, for example that it is no legal advice
 */
public record PolicyPack(String pack, Level level, String jurisdiction, String channel, String version,
        LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, List<String> source, LocalDate verifiedAt,
        String notice, List<PolicyRule> rules) {

    /** From the floor upwards. */
    public enum Level implements Coded {
        LAW, PLATFORM, SHOP
    }

    boolean holdsFor(String country, String buyerChannel, LocalDate purchase) {
        return fits(jurisdiction, country) && fits(channel, buyerChannel) && !purchase.isBefore(effectiveFrom)
                && (effectiveTo == null || !purchase.isAfter(effectiveTo));
    }

    Citation cite(PolicyRule rule) {
        return new Citation(rule.rule(), pack, version);
    }

    private static boolean fits(String wanted, String given) {
        if (wanted.startsWith("!"))
            return !wanted.substring(1).equals(given);
        return wanted.equals("*") || wanted.equals(given);
    }
}
