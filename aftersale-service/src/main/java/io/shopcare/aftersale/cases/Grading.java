package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shopcare.aftersale.cases.CaseLine.GradedUnits;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * The question what came back. When it is what was said, the refund is asked for at once; differences go to the agent
 * (A7).
 *
 * @param results by line; all units that came, and no more
 */
public record Grading(Map<String, List<GradedUnits>> results, Authority authority, Instant at) {

    Decision<Case> decide(Case theCase) {
        var plan = theCase.goodsReturn();
        if (plan == null || !Possible.is(CaseAction.GRADING, theCase))
            return isRepeat(theCase)
                    ? Decision.unchanged(theCase)
                    : Decision.reject(Possible.notNow(CaseAction.GRADING, theCase));
        var came = theCase.lines().stream().filter(line -> line.custody() == Custody.RECEIVED).toList();
        for (var line : came)
            if (units(line) != line.arrived())
                return Decision.reject(Rejection.rule("grading-incomplete",
                        Map.of("line", line.lineId(), "arrived", line.arrived(), "graded", units(line))));
        var graded = theCase.change(next -> next.lines(line -> line.custody() == Custody.RECEIVED,
                line -> line.graded(of(line))));
        var accepted = Decision.accept(graded, new CaseEvent.GoodsGraded(theCase.shop(), theCase.id(),
                theCase.order().buyer(), theCase.order().orderId(), plan.warehouse(),
                came.stream().flatMap(line -> of(line).stream().map(units -> new CaseEvent.Result(line.lineId(),
                        line.sku(), units.quantity(), units.grade(), units.disposition()))).toList()));
        if (!Difference.in(graded).isEmpty())
            return accepted;
        return Refunding.automatic(authority, at).follow(accepted);
    }

    private boolean isRepeat(Case theCase) {
        return !results.isEmpty() && results.entrySet().stream().allMatch(result -> theCase.line(result.getKey())
                .filter(line -> line.graded().equals(result.getValue())).isPresent());
    }

    private int units(CaseLine line) {
        return of(line).stream().mapToInt(GradedUnits::quantity).sum();
    }

    private List<GradedUnits> of(CaseLine line) {
        return results.getOrDefault(line.lineId(), List.of());
    }
}
