package io.shopcare.order.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;

/** All rules that the program knows. A shop's choice of them is made ready here, or refused field by field. */
@Component
public class RuleBook {
    private final Map<String, AuditRule<?>> rules = new TreeMap<>();
    private final RuleSettingsReader reader;

    public RuleBook(List<AuditRule<?>> all, Validator validator) {
        this.reader = new RuleSettingsReader(validator);
        for (var rule : all)
            if (rules.put(rule.name(), rule) != null)
                throw new IllegalArgumentException("two rules are called " + rule.name());
    }

    /** All of them, by name. */
    public List<AuditRule<?>> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * Makes a choice of rules ready to look at orders; rules that always hold are in it, whatever it says.
     *
     * @throws InvalidFieldException naming every rule and setting that does not fit, as {@code rules.<name>.settings...}
     */
    public ChosenRules choose(String version, Map<String, RuleSetting> wanted) {
        var problems = new ArrayList<FieldProblem>();
        var chosen = chosen(wanted, problems);
        refuse(problems);
        return new ChosenRules(version, chosen, null);
    }

    /**
     * Looks at what a shop is about to choose.
     *
     * @throws InvalidFieldException as when it is chosen, and for a rule that always holds and is to do less
     */
    void check(Map<String, RuleSetting> wanted) {
        var problems = new ArrayList<FieldProblem>();
        chosen(wanted, problems);
        wanted.forEach((name, setting) -> {
            var rule = rules.get(name);
            if (rule != null && rule.alwaysHolds() && setting.says() != Says.HOLD)
                problems.add(new FieldProblem("rules." + name + ".says", "unknown-value",
                        Map.of("allowed", Says.HOLD.code())));
        });
        refuse(problems);
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty())
            throw new InvalidFieldException(problems, null);
    }

    private List<ChosenRules.Chosen<?>> chosen(Map<String, RuleSetting> wanted, List<FieldProblem> problems) {
        var all = new TreeMap<>(wanted);
        for (var rule : rules.values())
            if (rule.alwaysHolds())
                all.compute(rule.name(),
                        (_, mine) -> new RuleSetting(Says.HOLD, mine == null ? null : mine.settings()));
        var chosen = new ArrayList<ChosenRules.Chosen<?>>();
        all.forEach((name, setting) -> {
            var rule = rules.get(name);
            if (rule == null)
                problems.add(new FieldProblem("rules." + name, "unknown-value",
                        Map.of("allowed", String.join(", ", rules.keySet()))));
            else
                try {
                    chosen.add(chosen(rule, setting));
                } catch (InvalidFieldException e) {
                    problems.addAll(e.fields());
                }
        });
        return chosen;
    }

    private <S> ChosenRules.Chosen<S> chosen(AuditRule<S> rule, RuleSetting setting) {
        return new ChosenRules.Chosen<>(rule, setting.says(), reader.read("rules." + rule.name() + ".settings",
                setting.given(), rule.settings()));
    }

    /** Names and types of the settings that a rule takes. */
    static Map<String, String> settingsOf(AuditRule<?> rule) {
        var types = new LinkedHashMap<String, String>();
        for (var component : rule.settings().getRecordComponents())
            types.put(component.getName(), SettingWords.of(component));
        return types;
    }
}
