package io.shopcare.order.trials;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.Verdict;
import io.shopcare.order.rules.CurrentRules;
import io.shopcare.order.rules.Surroundings;
import io.shopcare.order.trade.ChosenCarrier;
import io.shopcare.order.trade.Shops;
import io.shopcare.order.trials.Trial.Batch;
import io.shopcare.order.trials.Trial.Place;
import io.shopcare.order.trials.Trial.Sample;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Goes on with a trial for some batches. It only looks: nothing is reserved, held or told. */
@Component
class RunTrial {
    private static final CommandContext CONTEXT = CommandContext.bySystem("run-trial");
    private static final int ORDERS_IN_A_BATCH = 200;
    private static final int BATCHES_AT_A_TIME = 20;

    private final AggregateStore<Trial> trials;
    private final PastOrders orders;
    private final CurrentRules rules;
    private final Catalogue catalogue;
    private final Shops shops;
    private final ChosenCarrier carrier;
    private final Clock clock;

    RunTrial(AggregateStore<Trial> trials, PastOrders orders, CurrentRules rules, Catalogue catalogue, Shops shops,
            ChosenCarrier carrier, Clock clock) {
        this.trials = trials;
        this.orders = orders;
        this.rules = rules;
        this.catalogue = catalogue;
        this.shops = shops;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Others may be at it too: each batch counts once. */
    void handle(String trialId, Instant due) {
        Map<String, Sku> skus = new HashMap<>();
        for (int batches = 0; batches < BATCHES_AT_A_TIME; batches++) {
            var trial = trials.find(trialId).map(Stored::aggregate)
                    .filter(found -> found.state() == TrialState.RUNNING);
            if (trial.isEmpty())
                return;
            var batch = look(trial.get(), skus);
            trials.decide(trialId, CONTEXT, now -> now.count(batch, clock.instant())).orThrow();
        }
    }

    private Batch look(Trial trial, Map<String, Sku> skus) {
        var found = orders.after(trial.shop(), trial.window(), trial.reached(), ORDERS_IN_A_BATCH);
        if (found.isEmpty())
            return new Batch(trial.reached(), null, trial.tally(), List.of());
        var chosen = rules.version(trial.ruleSetId());
        var tally = trial.tally();
        var samples = new ArrayList<Sample>();
        for (var order : found)
            if (isAudited(order)) {
                var findings = chosen.again(order, around(order, skus));
                boolean wasHeld = Tally.any(order.audit().findings(), Verdict.HOLD);
                tally = tally.with(wasHeld, findings);
                samples.addAll(samples(order, findings, wasHeld));
            }
        var last = found.getLast();
        return new Batch(trial.reached(), new Place(last.sale().placedAt(), last.orderId()), tally, samples);
    }

    /** Of an order that the rules never looked at there is nothing to compare. */
    private static boolean isAudited(Order order) {
        return switch (order.audit().state()) {
            case HELD, APPROVED, REJECTED -> true;
            case NOT_DUE, WAITING -> false;
        };
    }

    private static List<Sample> samples(Order order,
            List<Finding> findings, boolean wasHeld) {
        var samples = new ArrayList<Sample>();
        for (var finding : findings) {
            var code = finding.code();
            if (code != null)
                samples.add(new Sample(order.orderId(), order.sale().orderNo(), finding.rule(), finding.verdict(),
                        code, finding.figures(), wasHeld));
        }
        return samples;
    }

    /** The catalogue as it is today; stock is as the order's own audit found it. */
    private Surroundings around(Order order, Map<String, Sku> skus) {
        var known = new HashMap<String, Sku>();
        order.lines().forEach(line -> Optional.ofNullable(skus.computeIfAbsent(line.sku(),
                sku -> catalogue.find(order.shop(), sku).orElse(null))).ifPresent(sku -> known.put(line.sku(), sku)));
        return new Surroundings(known, Optional.empty(), shops.of(order.shop()).region(), carrier.of(order.shop()));
    }
}
