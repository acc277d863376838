package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rules are data with source and version. */
class PolicyPacksTest {

    @Test
    void readsThePacksThatShip() {
        assertThat(Packs.BOOK.names()).containsExactlyInAnyOrder("cn-consumer-law", "own-shop", "cross-border");
        assertThat(Packs.BOOK.breaches()).contains("tag-cut", "seal-open", "activated");
    }

    @Test
    void everyRuleSaysItsSentenceInBothLanguages() {
        for (var policies : List.of(Packs.inChina(), Packs.abroad()))
            for (var rule : policies.all(PolicyRule.class))
                assertThat(Packs.BOOK.text(rule.citation())).as(rule.citation().toString()).containsOnlyKeys("zh-CN",
                        "en");
    }

    @Test
    void everyPackSaysWhereItWasReadAndWhenItWasCompared() {
        for (var policies : List.of(Packs.inChina(), Packs.abroad()))
            assertThat(policies.packs()).isNotEmpty().allSatisfy(pack -> {
                assertThat(pack.source()).isNotEmpty();
                assertThat(pack.verifiedAt()).isAfterOrEqualTo(pack.effectiveFrom());
                assertThat(pack.notice()).isNotBlank();
            });
    }

    @Test
    void numbersNoRuleTwice() {
        for (var policies : List.of(Packs.inChina(), Packs.abroad()))
            assertThat(policies.all(PolicyRule.class)).extracting(Policies.Found::citation).doesNotHaveDuplicates();
    }

    @Test
    void aPurchaseFallsUnderTheVersionOfItsDay() {
        var old = pack("shop-a", PolicyPack.Level.SHOP, "1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 31), 7);
        var young = pack("shop-a", PolicyPack.Level.SHOP, "2", LocalDate.of(2026, 6, 1), null, 10);
        var book = new PolicyBook(List.of(old, young), List.of());
        assertThat(days(book, "2026-05-31T23:59:00Z")).isEqualTo(7);
        assertThat(days(book, "2026-06-01T00:00:00Z")).isEqualTo(10);
    }

    @Test
    void refusesAPromiseThatIsWorseThanTheLaw() {
        var law = pack("law", PolicyPack.Level.LAW, "1", LocalDate.of(2026, 1, 1), null, 7);
        var worse = pack("shop-a", PolicyPack.Level.SHOP, "1", LocalDate.of(2026, 1, 1), null, 5);
        assertThatThrownBy(() -> new PolicyBook(List.of(law, worse), List.of()))
                .hasMessageContaining("fewer days than law");
    }

    private static int days(PolicyBook book, String purchase) {
        return book.inForce(List.of("shop-a"), "CN", "web", Instant.parse(purchase), ZoneOffset.UTC)
                .highest(PolicyRule.ReturnWindow.class).orElseThrow().rule().days();
    }

    private static PolicyPack pack(String name, PolicyPack.Level level, String version, LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to, int days) {
        return new PolicyPack(name, level, "CN", "*", version, from, to, List.of("test"), from, "test",
                List.of(new PolicyRule.ReturnWindow("R1", Map.of(), days, true, true)));
    }
}
