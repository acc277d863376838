package io.shopcare.crm.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.shopcare.crm.facts.Purchase;

/** Scores customers by given rules and cut points. A function of purchases and time, without memory. */
public record Scoring(RfmRules rules, CutPoints cutPoints) {

    /** Nothing for those who never paid: they are prospects without a score. */
    public Optional<Standing> assess(List<Purchase> purchases, Instant at) {
        if (purchases.isEmpty())
            return Optional.empty();
        int ever = Purchase.valid(purchases).size();
        return Optional.of(Measure.of(purchases, rules.window(), at)
                .map(measure -> standing(measure, ever, at))
                .orElseGet(() -> new Standing(score(Score.LOWEST, Score.LOWEST, Score.LOWEST, ever),
                        cutPoints.version(), null)));
    }

    /** The next moment at which the score may change without a purchase; after {@code at}. */
    public Optional<Instant> nextChange(List<Purchase> purchases, Instant at) {
        var leaving = Purchase.valid(purchases).stream().map(purchase -> purchase.at().plus(rules.window()));
        var ageing = Measure.of(purchases, rules.window(), at).stream().map(measure -> {
            long days = cutPoints.recency().limitOf(cutPoints.recency().score(measure.daysSince(at)));
            return measure.lastOrderAt().plus(Duration.ofDays(days + 1));
        });
        return Stream.concat(leaving, ageing).filter(moment -> moment.isAfter(at)).min(Instant::compareTo);
    }

    private Standing standing(Measure measure, int ever, Instant at) {
        return new Standing(score(cutPoints.recency().score(measure.daysSince(at)),
                cutPoints.frequency().score(measure.orders()),
                cutPoints.monetaryScore(measure.net().currency(), measure.net().minor()), ever), cutPoints.version(),
                measure);
    }

    private Score score(int recency, int frequency, int monetary, int ever) {
        return new Score(recency, frequency, monetary, rules.group(recency, frequency, monetary, ever));
    }
}
