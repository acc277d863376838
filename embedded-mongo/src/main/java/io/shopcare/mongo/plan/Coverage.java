package io.shopcare.mongo.plan;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;

/** Whether the bounds of an index say all that a filter says. */
final class Coverage {

    private static final Set<String> BOUNDING = Set.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte");

    private Coverage() {}

    static boolean covers(IndexPlan plan, Document filter) {
        Set<String> covered = new HashSet<>();
        for (int i = 0; i < plan.bounds().size(); i++) {
            Bounds bounds = plan.bounds().get(i);
            if (bounds != null && bounds.exact()) {
                covered.add(plan.index().definition().fields().get(i).path());
            }
        }
        for (Map.Entry<String, Object> condition : filter.entrySet()) {
            if (!covered.contains(condition.getKey()) || ValueBounds.isOperators(condition.getValue())
                    && !BOUNDING.containsAll(((Document) condition.getValue()).keySet())) {
                return false;
            }
        }
        return true;
    }
}
