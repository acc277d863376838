package io.shopcare.crm.lifecycle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

import io.shopcare.crm.Picture;
import io.shopcare.crm.facts.Purchase;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.platform.money.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Stages from purchases and time; the table and its picture. */
class LifecycleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LifecycleRules rules = CrmRules.shipped().lifecycle();

    @Example
    @Label("C5: potential, new, active, loyal, then at risk, lapsed, won back, to the day")
    void walksThroughALife() {
        assertThat(stage(0)).isEqualTo(Stage.POTENTIAL);
        assertThat(stage(0, 0)).isEqualTo(Stage.NEW);
        assertThat(stage(10, 0, 10)).isEqualTo(Stage.ACTIVE);
        assertThat(stage(20, 0, 10, 20)).isEqualTo(Stage.LOYAL);
        assertThat(stage(109, 0, 10, 20)).isEqualTo(Stage.LOYAL);
        assertThat(stage(110, 0, 10, 20)).isEqualTo(Stage.AT_RISK);
        assertThat(stage(200, 0, 10, 20)).isEqualTo(Stage.LAPSED);
        assertThat(stage(201, 0, 10, 20, 201)).isEqualTo(Stage.WON_BACK);
        assertThat(stage(202, 0, 10, 20, 201, 202)).isEqualTo(Stage.LOYAL);
    }

    @Example
    @Label("C5: an order that is refunded in full was none")
    void forgetsRefundedOrders() {
        var refunded = new Purchase("o", START, new Money(1, "CNY"), new Money(1, "CNY"));
        assertThat(rules.stage(List.of(refunded), START)).isEqualTo(Stage.POTENTIAL);
    }

    @Property(tries = 300)
    @Label("C5: a stage stays what it is until the moment named")
    void namesTheNextChange(@ForAll long seed) {
        var purchases = aLife(new Random(seed));
        var from = purchases.isEmpty() ? START : purchases.getLast().at();
        var next = rules.nextChange(purchases, from);
        var now = rules.stage(purchases, from);
        for (int days = 0; days < 400; days++) {
            var at = from.plus(Duration.ofDays(days));
            if (next.isEmpty() || at.isBefore(next.get()))
                assertThat(rules.stage(purchases, at)).isEqualTo(now);
        }
    }

    @Example
    @Label("C5: the table holds exactly the steps that a life, heard of as it happens, can take by purchases and time")
    void theTableIsWhatHappens() {
        Map<Stage, Set<Stage>> steps = new EnumMap<>(Stage.class);
        for (var stage : Stage.values())
            steps.put(stage, EnumSet.noneOf(Stage.class));
        for (int seed = 0; seed < 3_000; seed++)
            live(new Random(seed), steps);
        for (var stage : Stage.values())
            assertThat(steps.get(stage)).as("after " + stage).isEqualTo(stage.next());
    }

    @Example
    @Label("C5: every stage can be reached, and none is the end of a life")
    void reachesAllStages() {
        Picture.assertAllReachable(Stage.POTENTIAL, Stage::next, Stage.values());
        for (var stage : Stage.values()) {
            assertThat(stage.next()).isNotEmpty();
            assertThat(Stage.of(stage.code())).isEqualTo(stage);
        }
    }

    @Example
    @Label("the committed picture shows the table")
    void picturesTheTable() {
        Picture.of("Lifecycle", Stage.values(), Stage::code, Stage::next).assertIsIn(Path.of("docs", "lifecycle.md"));
    }

    @Example
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> new LifecycleRules("v", "s", 90, 90, 3, 365))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LifecycleRules("v", "s", 90, 180, 1, 365))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Purchases, and days that pass, one after the other. */
    private void live(Random random, Map<Stage, Set<Stage>> steps) {
        var purchases = new ArrayList<Purchase>();
        var at = START;
        var stage = Stage.POTENTIAL;
        for (int step = 0; step < 10; step++) {
            for (int days = random.nextInt(4) == 0 ? random.nextInt(450) : random.nextInt(178); days >= 0; days--) {
                at = at.plus(Duration.ofDays(1));
                stage = note(stage, rules.stage(purchases, at), steps);
            }
            purchases.add(bought(at));
            stage = note(stage, rules.stage(purchases, at), steps);
        }
    }

    private static Stage note(Stage before, Stage now, Map<Stage, Set<Stage>> steps) {
        if (now != before)
            steps.get(before).add(now);
        return now;
    }

    private Stage stage(int day, int... purchaseDays) {
        var purchases = new ArrayList<Purchase>();
        for (int purchase : purchaseDays)
            purchases.add(bought(START.plus(Duration.ofDays(purchase))));
        return rules.stage(purchases, START.plus(Duration.ofDays(day)));
    }

    private static List<Purchase> aLife(Random random) {
        var purchases = new ArrayList<Purchase>();
        for (int n = 0; n < random.nextInt(6); n++)
            purchases.add(bought(START.plus(Duration.ofDays(random.nextInt(500)))));
        purchases.sort(Comparator.comparing(Purchase::at));
        return purchases;
    }

    private static Purchase bought(Instant at) {
        return new Purchase("o" + at, at, new Money(100, "CNY"), Money.zero("CNY"));
    }
}
