package io.shopcare.order.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.shopcare.platform.store.AggregateStore;

/**
 * The rules that a shop goes by at this moment: one read by id for an audit. What a version says never changes, so that it
 * is read once.
 */
@Component
public class CurrentRules {
    private static final int REMEMBERED = 1_000;

    private final AggregateStore<RulesInForce> inForce;
    private final AggregateStore<RuleSet> sets;
    private final RuleBook book;
    private final ChosenRules standard;
    private final Map<String, ChosenRules> ready = new ConcurrentHashMap<>();

    public CurrentRules(AggregateStore<RulesInForce> inForce, AggregateStore<RuleSet> sets, RuleBook book,
            DefaultRules standard) {
        this.inForce = inForce;
        this.sets = sets;
        this.book = book;
        this.standard = book.choose(standard.name(), standard.rules());
    }

    /** Those of a shop; the product's where it has made no choice. */
    public ChosenRules of(String shop) {
        return inForce.find(shop).map(found -> version(found.aggregate().ruleSetId())).orElse(standard);
    }

    /** How long a shop lets the audit wait after a payment; empty where it has not said. */
    public Optional<Duration> auditAfter(String shop) {
        return inForce.find(shop)
                .flatMap(found -> Optional.ofNullable(version(found.aggregate().ruleSetId()).auditAfter()));
    }

    /** One version, whether in force or not. */
    public ChosenRules version(String ruleSetId) {
        var known = ready.get(ruleSetId);
        if (known != null)
            return known;
        var set = sets.find(ruleSetId).orElseThrow(() -> new IllegalStateException("no rule set " + ruleSetId))
                .aggregate();
        var minutes = set.auditAfterMinutes();
        var chosen = book.choose(set.version(), set.rules())
                .after(minutes == null ? null : Duration.ofMinutes(minutes));
        if (ready.size() >= REMEMBERED)
            ready.clear();
        ready.put(ruleSetId, chosen);
        return chosen;
    }
}
