package io.shopcare.crm.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

import io.shopcare.crm.facts.Purchase;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.platform.money.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From purchases and a moment to a score that names its limits. */
class ScoringTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private final RfmRules rules = CrmRules.shipped().rfm();
    private final Scoring scoring = new Scoring(rules, rules.startingCutPoints());

    @Example
    @Label("C4: who never paid has no score")
    void scoresNobodyWhoNeverPaid() {
        assertThat(scoring.assess(List.of(), NOW)).isEmpty();
    }

    @Example
    @Label("C4: frequency by the explicit limits 1, 2, 3, 5, 10")
    void scoresFrequencyByExplicitLimits() {
        var scale = rules.explicitFrequency();
        assertThat(List.of(1L, 2L, 3L, 4L, 5L, 9L, 10L, 99L).stream().map(scale::score))
                .containsExactly(1, 2, 3, 3, 4, 4, 5, 5);
    }

    @Example
    @Label("C4: an order leaves the window after 365 days, to the second")
    void forgetsWhatIsOlderThanTheWindow() {
        var old = List.of(bought(365, "CNY", 10_000), bought(10, "CNY", 20_000));
        assertThat(scoring.assess(old, NOW).orElseThrow().measure()).satisfies(
                measure -> assertThat(measure.orders()).isEqualTo(1));
        assertThat(scoring.assess(old, NOW.minusMillis(1)).orElseThrow().measure()).satisfies(
                measure -> assertThat(measure.net()).isEqualTo(new Money(30_000, "CNY")));
    }

    @Example
    @Label("C4: who bought long ago is dormant, whose orders were all refunded is a prospect")
    void tellsDormantFromProspects() {
        assertThat(group(List.of(bought(500, "CNY", 10_000)))).isEqualTo(Group.DORMANT);
        var purchase = new Purchase("o", NOW, new Money(100, "CNY"), new Money(100, "CNY"));
        assertThat(group(List.of(purchase))).isEqualTo(Group.PROSPECTS);
    }

    @Example
    @Label("C4: money of two currencies is not added up; the one with more orders counts, then the later, then the code")
    void takesTheMainCurrency() {
        assertThat(net(bought(3, "CNY", 100), bought(2, "USD", 900), bought(1, "CNY", 100)))
                .isEqualTo(new Money(200, "CNY"));
        assertThat(net(bought(3, "CNY", 100), bought(2, "USD", 900))).isEqualTo(new Money(900, "USD"));
        assertThat(net(bought(3, "USD", 100), bought(3, "CNY", 900))).isEqualTo(new Money(900, "CNY"));
    }

    @Example
    @Label("C4: a currency without limits scores in the middle")
    void scoresAnUnknownCurrencyInTheMiddle() {
        assertThat(scoring.assess(List.of(bought(1, "CHF", 1)), NOW).orElseThrow().score().monetary()).isEqualTo(3);
    }

    @Example
    @Label("an order that a faster clock put into our future is bought today")
    void bearsAFasterClock() {
        assertThat(scoring.assess(List.of(bought(-1, "CNY", 1)), NOW).orElseThrow().score().recency()).isEqualTo(5);
    }

    @Property(tries = 300)
    @Label("C4: a score stays what it is until the moment named, so nobody has to be looked at before")
    void namesTheNextChange(@ForAll long seed) {
        var random = new Random(seed);
        var purchases = new ArrayList<Purchase>();
        for (int n = 0; n < 1 + random.nextInt(6); n++)
            purchases.add(bought(random.nextInt(500), "CNY", 1 + random.nextInt(200_000)));
        purchases.sort(Comparator.comparing(Purchase::at));
        var next = scoring.nextChange(purchases, NOW);
        var now = score(purchases, NOW);
        for (int days = 0; days < 900; days++) {
            var at = NOW.plus(Duration.ofDays(days));
            if (next.isEmpty() || at.isBefore(next.get()))
                assertThat(score(purchases, at)).isEqualTo(now);
        }
        next.ifPresent(moment -> assertThat(moment).isAfter(NOW));
    }

    @Example
    @Label("a scale whose limits do not rise is refused")
    void refusesBadScales() {
        assertThatThrownBy(() -> new Scale(Scale.Better.MORE, Scale.Origin.EXPLICIT, List.of(1L, 2L, 2L, 5L, 10L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scale(Scale.Better.LESS, Scale.Origin.EXPLICIT, List.of(1L, 2L, 3L, 5L, 10L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scale(Scale.Better.MORE, Scale.Origin.EXPLICIT, List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Score score(List<Purchase> purchases, Instant at) {
        return scoring.assess(purchases, at).orElseThrow().score();
    }

    private Group group(List<Purchase> purchases) {
        return score(purchases, NOW).group();
    }

    private Money net(Purchase... purchases) {
        return Measure.of(List.of(purchases), rules.window(), NOW).orElseThrow().net();
    }

    private static Purchase bought(int daysAgo, String currency, long minor) {
        return new Purchase("o" + daysAgo + currency, NOW.minus(Duration.ofDays(daysAgo)), new Money(minor, currency),
                Money.zero(currency));
    }
}
