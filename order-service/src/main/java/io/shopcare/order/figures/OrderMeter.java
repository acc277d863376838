package io.shopcare.order.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/** Counts what orders come to and how audits answer, for dashboards; what has to be exact is asked of the facts. */
final class OrderMeter {
    private final MeterRegistry registry;

    OrderMeter(MeterRegistry registry) {
        this.registry = registry;
        for (var answer : new String[]{"straight", "held"})
            registry.counter("shopcare.audits.answered", "answer", answer); // a share needs both from the beginning
    }

    /** For facts that are built anew: what they tell has been counted. */
    static OrderMeter silent() {
        return new OrderMeter(new CompositeMeterRegistry());
    }

    /** Returns what is known now. */
    OrderFact count(OrderFact before, OrderFact now) {
        var fresh = now.steps().subList(Math.min(before.steps().size(), now.steps().size()), now.steps().size());
        fresh.forEach(step -> registry.counter("shopcare.orders.came", "state", step.state()).increment());
        if (before.steps().stream().noneMatch(OrderFigures::isAnswer))
            fresh.stream().filter(OrderFigures::isAnswer).findFirst().ifPresent(answer -> registry.counter(
                    "shopcare.audits.answered", "answer", answer.straight() ? "straight" : "held").increment());
        return now;
    }
}
