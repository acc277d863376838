package io.shopcare.order.orders;

import java.util.List;
import java.util.stream.Stream;

/**
 * After-sales work on an order.
 *
 * @param openCases   ids of open cases
 * @param closedCases ids of closed ones
 */
public record AfterSaleFacet(AfterSaleState state, List<String> openCases, List<String> closedCases) {
    static final AfterSaleFacet NONE = new AfterSaleFacet(AfterSaleState.NONE, List.of(), List.of());

    public AfterSaleFacet {
        openCases = List.copyOf(openCases);
        closedCases = List.copyOf(closedCases);
    }

    boolean knows(String caseId) {
        return openCases.contains(caseId) || closedCases.contains(caseId);
    }

    AfterSaleFacet opened(String caseId) {
        return new AfterSaleFacet(state == AfterSaleState.OPEN ? state : state.to(AfterSaleState.OPEN),
                Stream.concat(openCases.stream(), Stream.of(caseId)).toList(), closedCases);
    }

    AfterSaleFacet closed(String caseId) {
        var left = openCases.stream().filter(id -> !id.equals(caseId)).toList();
        return new AfterSaleFacet(left.isEmpty() ? state.to(AfterSaleState.SETTLED) : state, left,
                Stream.concat(closedCases.stream(), Stream.of(caseId)).toList());
    }
}
