package io.shopcare.mongo.plan;

import java.util.List;

import io.shopcare.mongo.store.EntryScan;
import io.shopcare.mongo.store.ReadView;

/** Compares plans by how many keys they would look at, up to a few hundred: the first to run out of keys is the cheapest. */
final class Trial {

    private static final int MOST_KEYS = 300;

    private Trial() {}

    static IndexPlan cheapest(List<IndexPlan> plans, Query query, ReadView view) {
        IndexPlan cheapest = plans.getFirst();
        double least = Double.MAX_VALUE;
        for (IndexPlan plan : plans) {
            double cost = cost(plan, query, view);
            if (cost < least) {
                least = cost;
                cheapest = plan;
            }
        }
        return cheapest;
    }

    /** Among those that have too many keys, one that is in order may stop early; more equalities leave fewer. */
    private static double cost(IndexPlan plan, Query query, ReadView view) {
        int keys = keys(plan, view);
        boolean sorts = !query.sort().isEmpty() && !plan.sort().provided();
        double cost = sorts ? keys * 1.5 + 1 : keys;
        if (keys >= MOST_KEYS) {
            cost += (sorts ? 1000 : 0) - 100 * plan.equalities();
        }
        return cost;
    }

    private static int keys(IndexPlan plan, ReadView view) {
        if (plan.ranges().isEmpty()) {
            return 0;
        }
        int keys = 0;
        for (KeyRange range : plan.ranges()) {
            try (EntryScan scan = view.scan(range.from(), range.to(), true)) {
                while (keys < MOST_KEYS && scan.next()) {
                    keys++;
                }
            }
            if (keys >= MOST_KEYS) {
                return keys;
            }
        }
        return keys;
    }
}
