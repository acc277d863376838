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
     * Makes a choice of rules ready to look at orders.
     *
     * @throws InvalidFieldException naming every rule and setting that does not fit, as {@code rules.<name>.settings...}
     */
    public ChosenRules choose(String version, Map<String, RuleSetting> wanted) {
        var chosen = new ArrayList<ChosenRules.Chosen<?>>();
        var problems = new ArrayList<FieldProblem>();
        new TreeMap<>(wanted).forEach((name, setting) -> {
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
        if (!problems.isEmpty())
            throw new InvalidFieldException(problems, null);
        return new ChosenRules(version, chosen);
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
