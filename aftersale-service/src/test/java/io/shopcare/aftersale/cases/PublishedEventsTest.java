package io.shopcare.aftersale.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.testkit.contracts.Contracts;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a case publishes is as its closed schema says, and its reasons have words. */
class PublishedEventsTest {

    @Test
    void everyEventIsAsAgreed() throws JsonProcessingException {
        var checked = new TreeSet<String>();
        for (var event : everything()) {
            var type = EventData.typeOf(event);
            Contracts.producerSchema(type).check(Json.WIRE.writeValueAsString(EventData.of(event, SHU, NOW)));
            checked.add(type);
        }
        assertThat(checked).containsExactlyInAnyOrderElementsOf(Contracts.events().values().stream()
                .filter(event -> event.topic().equals("shopcare.aftersale.cases")).map(event -> event.type()).toList());
    }

    @Test
    void everyReasonHasWords() {
        var reasons = Contracts.reasons();
        for (var reason : FewerReason.values())
            assertThat(reasons.get("case")).containsKey(reason.code());
        for (var event : everything())
            if (event instanceof CaseEvent.RefundAsked asked)
                assertThat(reasons.get("refund")).containsKey(asked.reason());
    }

    private static List<Object> everything() {
        var all = new ArrayList<Object>();
        var opened = keep(all, Case.open(
                opening(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, linsOrder(), new LineWish(SCARF, 1))));
        keep(all, Case.open(
                opening(CaseKind.REFUND_NOT_RECEIVED, Reason.LATE, linsUnshippedOrder(), new LineWish(SOCKS, 2))));
        keep(all, opened.verify(new Verification(Reason.QUALITY, Set.of(), Map.of(), SHU, NOW), policies()));
        var proposed = keep(all, opened.propose(offering(returnAndRefund(), keepWith("40.00"))));
        keep(all, opened.propose(new Proposing("batch", List.of(returnAndRefund()), FewerReason.BUYERS_WISH, null, null,
                Map.of(), policies(), UP_TO_500, false, SHU, NOW)));
        keep(all, proposed.refuseAll(new Request(LIN_ACTS, NOW, Reason.UNWANTED, null)));
        keep(all, proposed.choose(choosing(proposed, RemedyKind.KEEP_WITH_PARTIAL_REFUND)));
        var agreed = keep(all, proposed.choose(choosing(proposed, RemedyKind.RETURN_AND_REFUND)));
        keep(all, agreed.close(CaseOutcome.WITHDRAWN, LIN_ACTS));
        keep(all, arrived(agreed).grade(grading(SCARF, 1, Grade.WRONG_GOODS)));
        var sent = keep(all, agreed.goodsSent(WAYBILL));
        var arrived = keep(all, sent.goodsReceived(allArrived()));
        var refunding = keep(all, arrived.grade(grading(SCARF, 1, Grade.AS_NEW)));
        keep(all, refunding.hear(news(refunding, RefundState.SUCCEEDED)));
        var coat = arrived(returning(proposed(opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED,
                new LineWish(COAT, 1)))));
        keep(all, keep(all, coat.grade(grading(COAT, 1, Grade.AS_NEW))).approveRefund(true,
                new Refunding(UP_TO_500, ZHU, NOW)));
        return all;
    }

    private static Case keep(List<Object> all, io.shopcare.platform.store.Decision<Case> decision) {
        all.addAll(events(decision));
        return accepted(decision);
    }
}
