package io.shopcare.crm.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.facts.Purchase;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.platform.money.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From when on a rule asks a person to look, and what it does not count. */
@Tag("C15")
class RiskRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");
    private static final RiskRule RETURNS = new RiskRule.AbusiveReturns(3, 60, 180, Set.of("unwanted"));
    private static final RiskRule REFUSALS = new RiskRule.RefusedDeliveries(2, 180);

    @Test
    @DisplayName("C15 refunds of causes that are with the buyer, by number and by share of what they bought, with figures")
    void countsReturns() {
        var three = cases(3, "unwanted", 1);
        assertThat(look(RETURNS, behaviour(three, 4))).isEqualTo(Map.of("cases", 3, "orders", 4, "percent", 75,
                "withinDays", 180));
        assertThat(look(RETURNS, behaviour(three, 5))).containsEntry("percent", 60);
        assertThat(look(RETURNS, behaviour(three, 6))).as("who buys much returns more").isEmpty();
        assertThat(look(RETURNS, behaviour(cases(2, "unwanted", 1), 2))).isEmpty();
        assertThat(look(RETURNS, behaviour(three, 0))).as("orders that are not heard of yet").containsEntry("orders",
                3);
    }

    @Test
    @DisplayName("C15 what was the shop's fault, is not paid back, or is long ago, is not counted")
    void countsNoFaultsOfTheShop() {
        assertThat(look(RETURNS, behaviour(cases(9, "quality", 1), 9))).isEmpty();
        assertThat(look(RETURNS, behaviour(cases(9, null, 1), 9))).isEmpty();
        assertThat(look(RETURNS, behaviour(cases(9, "unwanted", 181), 9))).isEmpty();
        var open = IntStream.range(0, 9).mapToObj(i -> new RiskFact("case-" + i, "b", List.of("order-" + i),
                "unwanted", null)).toList();
        assertThat(look(RETURNS, behaviour(open, 9))).isEmpty();
        assertThat(RETURNS.look(behaviour(cases(3, "unwanted", 5), 3), NOW.minus(Duration.ofDays(4)), NOW))
                .as("what somebody has decided on").isEmpty();
    }

    @Test
    @DisplayName("C15 parcels that were refused and came back; those that could not be delivered are nobody's refusal")
    void countsRefusals() {
        var refused = parcels(2, "refused", 1);
        assertThat(look(REFUSALS, new Behaviour(List.of(), refused, List.of()))).isEqualTo(Map.of("parcels", 2,
                "withinDays", 180));
        assertThat(look(REFUSALS, new Behaviour(List.of(), parcels(1, "refused", 1), List.of()))).isEmpty();
        assertThat(look(REFUSALS, new Behaviour(List.of(), parcels(5, null, 1), List.of()))).isEmpty();
        assertThat(look(REFUSALS, new Behaviour(List.of(), parcels(5, "refused", 200), List.of()))).isEmpty();
    }

    @Test
    @DisplayName("C15 rules are data with a version and a source; a shop may have its own, and a wrong file stops the start")
    void hasRulesForShops() {
        var shipped = CrmRules.shipped().blacklist();
        assertThat(shipped.of("nuanyang").source()).contains("[ours]");
        assertThat(shipped.of("nuanyang").byReason()).containsOnlyKeys("abusive-returns", "refused-deliveries");
        var own = new RiskRules(shipped.standard(), Map.of("harbor", new RiskRules.RuleSet("harbor-2", "the shop", null,
                new RiskRule.RefusedDeliveries(1, 30))));
        assertThat(own.of("harbor").byReason()).containsOnlyKeys("refused-deliveries");
        assertThat(own.of("nuanyang")).isEqualTo(shipped.standard());
        assertThatThrownBy(() -> new RiskRule.AbusiveReturns(0, 60, 180, Set.of("unwanted")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RiskRule.RefusedDeliveries(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Integer> look(RiskRule rule, Behaviour behaviour) {
        return rule.look(behaviour, Instant.EPOCH, NOW).<Map<String, Integer>>map(figures -> figures).orElse(Map.of());
    }

    private static Behaviour behaviour(List<RiskFact> cases, int orders) {
        return new Behaviour(cases, List.of(), Stream.iterate(0, i -> i + 1).limit(orders)
                .map(i -> new Purchase("order-" + i, NOW.minus(Duration.ofDays(2)), Money.of("10.00", "CNY"),
                        Money.zero("CNY")))
                .toList());
    }

    private static List<RiskFact> cases(int number, @Nullable String cause, int daysAgo) {
        return IntStream.range(0, number).mapToObj(i -> new RiskFact("case-" + i, "b", List.of("order-" + i), cause,
                NOW.minus(Duration.ofDays(daysAgo)))).toList();
    }

    private static List<RiskFact> parcels(int number, @Nullable String cause, int daysAgo) {
        return IntStream.range(0, number).mapToObj(i -> new RiskFact("parcel-" + i, "b", List.of("order-" + i), cause,
                NOW.minus(Duration.ofDays(daysAgo)))).toList();
    }
}
