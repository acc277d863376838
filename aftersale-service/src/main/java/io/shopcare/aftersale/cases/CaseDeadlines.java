package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Deadline;

/**
 * The clocks of a case that run against the buyer (A10). They end only what has cost the buyer nothing so far: once goods
 * are back or money is under way, silence ends nothing and a person decides.
 */
final class CaseDeadlines {
    static final List<Deadline<Case>> ALL = List.of(
            Deadline.decided("choose", CaseDeadlines::choose, (theCase, now) -> theCase.closeBySilence()),
            Deadline.decided("send-back", CaseDeadlines::sendBack, (theCase, now) -> theCase.closeBySilence()));

    private CaseDeadlines() {}

    private static @Nullable Instant choose(Case theCase) {
        var proposal = theCase.proposal();
        return proposal != null && theCase.state() == CaseState.PROPOSED && nothingHasHappened(theCase)
                ? proposal.chooseBy()
                : null;
    }

    private static @Nullable Instant sendBack(Case theCase) {
        var goods = theCase.goodsReturn();
        boolean awaited = theCase.lines().stream().anyMatch(line -> line.custody() == Custody.ANNOUNCED);
        return goods != null && awaited && theCase.state() == CaseState.AGREED && nothingHasHappened(theCase)
                ? goods.sendBackBy()
                : null;
    }

    private static boolean nothingHasHappened(Case theCase) {
        return theCase.refunds().isEmpty() && theCase.approval() == null && theCase.lines().stream().allMatch(
                line -> line.custody() == Custody.NOT_ANNOUNCED || line.custody() == Custody.ANNOUNCED);
    }
}
