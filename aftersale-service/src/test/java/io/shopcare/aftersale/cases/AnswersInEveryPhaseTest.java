package io.shopcare.aftersale.cases;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.aftersale.policies.Reason;
import io.shopcare.platform.store.Decision;

import static io.shopcare.aftersale.cases.CaseAction.*;
import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

/** Every action has an answer in every phase; what is told to be possible is, and nothing else. */
class AnswersInEveryPhaseTest {
    private static final Set<CaseAction> UNDER_DISCUSSION = EnumSet.of(VERIFICATION, REMEDIES, CLOSURE);

    /** Each situation with what is possible in it. */
    private static Map<String, Map.Entry<Case, Set<CaseAction>>> situations() {
        var opened = aReturnCase();
        var proposed = proposed(opened);
        var agreed = returning(proposed);
        var onTheWay = sent(agreed);
        var arrived = arrived(onTheWay);
        var worn = accepted(arrived.grade(grading(SCARF, 1, Grade.WORN)));
        var all = new LinkedHashMap<String, Map.Entry<Case, Set<CaseAction>>>();
        all.put("opened", Map.entry(opened, UNDER_DISCUSSION));
        all.put("proposed", Map.entry(proposed,
                EnumSet.of(VERIFICATION, REMEDIES, CLOSURE, CHOICE, REFUSAL)));
        all.put("goods announced",
                Map.entry(agreed, EnumSet.of(GOODS_SENT, GOODS_RECEIVED, REFUND, CLOSURE)));
        all.put("goods on the way", Map.entry(onTheWay, EnumSet.of(GOODS_RECEIVED, REFUND)));
        all.put("goods received", Map.entry(arrived, EnumSet.of(GRADING, REFUND)));
        all.put("a difference", Map.entry(worn, EnumSet.of(REMEDIES, REFUND, CLOSURE)));
        all.put("refunding", Map.entry(refunding(), EnumSet.noneOf(CaseAction.class)));
        all.put("in doubt", Map.entry(told(refunding(), RefundState.IN_DOUBT), EnumSet.noneOf(CaseAction.class)));
        all.put("faltered", Map.entry(told(refunding(), RefundState.FALTERED), EnumSet.noneOf(CaseAction.class)));
        all.put("failed for good", Map.entry(told(refunding(), RefundState.FAILED),
                EnumSet.of(REMEDIES, REFUND, CLOSURE)));
        all.put("waiting for approval", Map.entry(waitingForApproval(), EnumSet.of(REFUND_APPROVAL, CLOSURE)));
        all.put("closed", Map.entry(told(refunding(), RefundState.SUCCEEDED), EnumSet.noneOf(CaseAction.class)));
        return all;
    }

    static Stream<Arguments> everySituation() {
        return situations().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue().getKey(), entry.getValue().getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everySituation")
    void saysWhatIsPossible(String situation, Case theCase, Set<CaseAction> possible) {
        assertThat(theCase.possible()).containsExactlyInAnyOrderElementsOf(possible);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everySituation")
    void refusesOrRepeatsEverythingElse(String situation, Case theCase, Set<CaseAction> possible) {
        for (var action : CaseAction.values()) {
            var answer = ask(theCase, action);
            if (possible.contains(action))
                assertThat(answer).as("%s when %s", action, situation).isInstanceOf(Decision.Accepted.class);
            else if (answer instanceof Decision.Accepted<Case> accepted)
                assertThat(accepted.aggregate()).as("%s when %s", action, situation).isEqualTo(theCase);
            else
                assertThat(refused(answer).code()).as("%s when %s", action, situation)
                        .isEqualTo("not-in-this-phase");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everySituation")
    void standsWhereItsFacetsPutIt(String situation, Case theCase, Set<CaseAction> possible) {
        assertThat(theCase.standing())
                .isEqualTo(Standing.of(theCase.state(), theCase.lines(), theCase.approval()));
    }

    @Test
    void everyActionIsPossibleSomewhere() {
        assertThat(situations().values().stream().flatMap(entry -> entry.getValue().stream()))
                .contains(CaseAction.values());
    }

    private static Decision<Case> ask(Case theCase, CaseAction action) {
        var proposal = theCase.proposal();
        return switch (action) {
            case VERIFICATION -> theCase.verify(new Verification(Reason.UNWANTED, Set.of(), Map.of(), SHU, NOW),
                    policies());
            case REMEDIES -> theCase.propose(offering(keepWith("30.00"), keepWith("20.00")));
            case CHOICE -> theCase.choose(new Choosing(
                    proposal == null ? "none" : proposal.remedies().getFirst().remedyId(), policies(), UP_TO_500,
                    "main", LIN_ACTS, NOW));
            case REFUSAL -> theCase.refuseAll(new Request(LIN_ACTS, NOW, Reason.UNWANTED, null));
            case GOODS_SENT -> theCase.goodsSent(WAYBILL);
            case GOODS_RECEIVED -> theCase.goodsReceived(allArrived());
            case GRADING -> theCase.grade(new Grading(Map.of(SCARF, List.of(new CaseLine.GradedUnits(1, Grade.AS_NEW,
                    Grade.Disposition.RESTOCK))), UP_TO_500, NOW));
            case REFUND -> theCase.askRefund(new Refunding(UP_TO_500, SHU, NOW));
            case REFUND_APPROVAL -> theCase.approveRefund(true, new Refunding(UP_TO_500, ZHU, NOW));
            case CLOSURE -> theCase.close(CaseOutcome.WITHDRAWN, LIN_ACTS);
        };
    }

    private static Case waitingForApproval() {
        var coat = opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(COAT, 1));
        return asNew(arrived(sent(returning(proposed(coat)))));
    }
}
