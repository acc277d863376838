package io.shopcare.order.rules;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

import io.shopcare.order.FacetTable;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a shop may choose, and how it hears what it may not. */
@Tag("O6")
class ChoosingRulesTest {

    @Test
    @DisplayName("O6 every wrong rule and setting is named by its path, all at once")
    void namesWhatDoesNotFit() {
        var problems = problems(Map.of(
                "no-such-rule", new RuleSetting(Says.HOLD, null),
                "nothing-like-it-was-ordered", new RuleSetting(Says.HOLD, Map.of("withinMinutes", 0)),
                "nothing-to-merge-with", new RuleSetting(Says.WARN, Map.of()),
                "refunds-are-few", new RuleSetting(Says.WARN, Map.of("atMost", "many", "withinDays", 3)),
                "phone-is-valid", new RuleSetting(Says.HOLD, Map.of("prefixes", List.of("138"))),
                "amount-is-within-the-limit", new RuleSetting(Says.HOLD, Map.of("limits", List.of(Map.of("amount",
                        "12.345", "currency", "CNY")))),
                "area-is-served", new RuleSetting(Says.HOLD, Map.of("areas", List.of(Map.of("division", "north",
                        "surcharge", Map.of("amount", "1.00", "currency", "CNY"), "days", 3))))));

        assertThat(problems).extracting(FieldProblem::field, FieldProblem::reason).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple("rules.no-such-rule", "unknown-value"),
                org.assertj.core.groups.Tuple.tuple("rules.nothing-like-it-was-ordered.settings.withinMinutes",
                        "too-small"),
                org.assertj.core.groups.Tuple.tuple("rules.nothing-to-merge-with.settings.withinHours", "required"),
                org.assertj.core.groups.Tuple.tuple("rules.refunds-are-few.settings.atMost", "wrong-type"),
                org.assertj.core.groups.Tuple.tuple("rules.phone-is-valid.settings.prefixes", "unknown-field"),
                org.assertj.core.groups.Tuple.tuple("rules.amount-is-within-the-limit.settings.limits[0]",
                        "wrong-type"),
                org.assertj.core.groups.Tuple.tuple("rules.area-is-served.settings.areas[0].division", "malformed"));
        assertThat(problems).filteredOn(problem -> problem.reason().equals("too-small")).singleElement()
                .satisfies(problem -> assertThat(problem.facts()).containsEntry("min", 1L));
    }

    @Test
    @DisplayName("O6 O9 O14 what no warehouse has whole is held, unless the shop's version says that it is split")
    void saysWhatBecomesOfScatteredGoods() {
        assertThat(RulesOfTests.standard().splitsOverWarehouses()).isFalse();
        assertThat(RulesOfTests.book().choose("nuanyang-2", Map.of()).splitsOverWarehouses()).isFalse();
        for (var says : List.of("hold", "split"))
            assertThat(RulesOfTests.book().choose("nuanyang-3", Map.of("stock-is-held", new RuleSetting(Says.HOLD,
                    Map.of("scattered", says)))).splitsOverWarehouses()).isEqualTo(says.equals("split"));
        assertThat(problems(Map.of("stock-is-held", new RuleSetting(Says.HOLD, Map.of("scattered", "throw")))))
                .extracting(FieldProblem::field).containsExactly("rules.stock-is-held.settings.scattered");
    }

    @Test
    @DisplayName("O6 null settings are refused by name, too")
    void refusesNull() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("withinMinutes", null);
        assertThat(problems(Map.of("nothing-like-it-was-ordered", new RuleSetting(Says.HOLD, settings))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field())
                        .isEqualTo("rules.nothing-like-it-was-ordered.settings.withinMinutes"));
    }

    @Test
    @DisplayName("O6 a file of defaults with a rule that nobody knows stops the start, and says why")
    void readsTheDefaults() {
        assertThatThrownBy(() -> DefaultRules.read(
                new ByteArrayResource("version: '1'\nsource: x\nrules: {}\nrulez: {}".getBytes(UTF_8)),
                DefaultRules.class)).hasMessageContaining("can't be read").hasRootCauseInstanceOf(
                        com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException.class);
        assertThat(RulesOfTests.defaults().source()).isNotBlank();
        assertThat(RulesOfTests.current().of("nuanyang").version()).isEqualTo("default-3");
    }

    @Test
    @DisplayName("O6 every rule says what its settings may be")
    void saysWhatSettingsMayBe() {
        assertThat(RulesOfTests.book().rules()).filteredOn(rule -> rule.name().equals("refunds-are-few"))
                .singleElement().satisfies(rule -> assertThat(RuleBook.settingsOf(rule)).isEqualTo(Map.of("atMost",
                        "whole number, from 0 to 100", "withinDays", "whole number, from 1 to 365")));
    }

    @Test
    void drawsWhereAVersionMayGo() throws IOException {
        FacetTable.of(RuleSetState.class, RuleSetState.DRAFT).reachesAllAndEndsIn(java.util.Set.of())
                .isDrawnIn("rule-set.md");
    }

    private static List<FieldProblem> problems(Map<String, RuleSetting> rules) {
        return catchThrowableOfType(InvalidFieldException.class, () -> RulesOfTests.book().choose("test", rules))
                .fields();
    }
}
