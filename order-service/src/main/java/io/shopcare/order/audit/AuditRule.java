package io.shopcare.order.audit;

import java.util.List;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.Verdict;
import io.shopcare.order.trade.Figure;

/** One rule of the audit (审单规则): looks at an order and says what it saw. It decides nothing by itself. */
interface AuditRule {

    /** Its name in settings and findings. */
    String name();

    /** What it sees. */
    Finding look(Order order, Surroundings surroundings);

    /** Nothing to say. */
    default Finding pass(Figure... figures) {
        return new Finding(name(), Verdict.PASS, null, List.of(figures));
    }

    /** A person has to look, for this reason. */
    default Finding hold(String code, Figure... figures) {
        return new Finding(name(), Verdict.HOLD, code, List.of(figures));
    }
}
