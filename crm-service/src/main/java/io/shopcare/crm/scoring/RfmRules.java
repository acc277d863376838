package io.shopcare.crm.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shopcare.crm.scoring.Scale.Better;
import io.shopcare.crm.scoring.Scale.Origin;
import io.shopcare.platform.money.Money;

/**
 * The rules of RFM as data.
 *
 * @param version    first part of the version of every cut points that follow them
 * @param source     who says so
 * @param windowDays orders older than that do not count
 * @param recency    explicit limits in days since the last order, for score 1 to 5
 * @param frequency  explicit limits in orders
 * @param monetary   explicit limits in money, as text, by currency
 * @param groups     first match wins; the last takes everybody
 */
public record RfmRules(String version, String source, int windowDays, List<Long> recency, List<Long> frequency,
        Map<String, List<String>> monetary, List<GroupRule> groups) {

    public RfmRules {
        // what can't be a scale is refused at the start, not at the first score
        new Scale(Better.LESS, Origin.EXPLICIT, recency);
        new Scale(Better.MORE, Origin.EXPLICIT, frequency);
        monetary.forEach(RfmRules::scale);
        groups = List.copyOf(groups);
        if (groups.stream().map(GroupRule::group).distinct().count() != Group.values().length)
            throw new IllegalArgumentException("each of the eleven groups needs a rule");
        if (!groups.getLast().matches(Score.LOWEST, Score.LOWEST, Score.LOWEST, 0))
            throw new IllegalArgumentException("the last group takes whoever is in no other");
    }

    /** How far back orders count. */
    public Duration window() {
        return Duration.ofDays(windowDays);
    }

    /** Limits until a shop has its own. */
    public CutPoints startingCutPoints() {
        return new CutPoints(version, null, 0, explicitRecency(), explicitFrequency(), explicitMonetary());
    }

    /** For a shop whose customers do not fall into five classes by their last order. */
    public Scale explicitRecency() {
        return new Scale(Better.LESS, Origin.EXPLICIT, recency);
    }

    /** For a shop whose customers do not fall into five classes by their orders. */
    public Scale explicitFrequency() {
        return new Scale(Better.MORE, Origin.EXPLICIT, frequency);
    }

    /** For the currencies in which customers do not fall into five classes. */
    public Map<String, Scale> explicitMonetary() {
        var scales = new TreeMap<String, Scale>();
        monetary.forEach((currency, limits) -> scales.put(currency, scale(currency, limits)));
        return scales;
    }

    private static Scale scale(String currency, List<String> limits) {
        return new Scale(Better.MORE, Origin.EXPLICIT,
                limits.stream().map(amount -> Money.of(amount, currency).minor()).toList());
    }

    Group group(int recencyScore, int frequencyScore, int monetaryScore, int ordersEver) {
        return groups.stream()
                .filter(rule -> rule.matches(recencyScore, frequencyScore, monetaryScore, ordersEver))
                .findFirst().orElse(groups.getLast()).group();
    }
}
