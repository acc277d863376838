package io.shopcare.aftersale.refunds;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CaseFixtures;
import io.shopcare.aftersale.cases.CaseState;
import io.shopcare.aftersale.cases.RefundState;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A8: what order-service tells of refunds is heard once, in order, whatever is delivered again or late")
class HearingOfRefundsTest {
    private final InMemoryAggregateStore<Case> store = new InMemoryAggregateStore<>();
    private final Subscription subscription = new RefundMessages(store).subscription();

    @BeforeEach
    void aCaseHasAskedForItsRefund() {
        store.create("case-1", CommandContext.bySystem("test"), () -> Decision.accept(CaseFixtures.refunding()));
    }

    @Test
    void followsTheRefundToItsEnd() {
        deliver(1, "refund.requested.v1", "scarf");
        assertThat(attempts()).containsExactly(RefundState.ACCEPTED);
        deliver(2, "refund.in-doubt.v1", "provider-timed-out");
        assertThat(attempts()).containsExactly(RefundState.IN_DOUBT);
        deliver(3, "refund.failed.v1", "provider-refused");
        assertThat(attempts()).containsExactly(RefundState.FALTERED);
        deliver(4, "refund.succeeded.v1", "scarf");
        assertThat(theCase().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void hearsWhatIsDeliveredTwiceOnce() {
        deliver(1, "refund.succeeded.v1", "scarf");
        long version = store.find("case-1").orElseThrow().version();
        deliver(1, "refund.succeeded.v1", "scarf");
        assertThat(store.find("case-1").orElseThrow().version()).isEqualTo(version);
        assertThat(theCase().refunded()).isEqualTo(CaseFixtures.cny("249.85"));
    }

    @Test
    void dropsWhatIsOlder() {
        deliver(4, "refund.succeeded.v1", "scarf");
        deliver(1, "refund.requested.v1", "scarf");
        deliver(2, "refund.in-doubt.v1", "provider-timed-out");
        deliver(3, "refund.failed.v1", "more-than-is-left");
        assertThat(attempts()).containsExactly(RefundState.SUCCEEDED);
        assertThat(theCase().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void comesToTheSameInAnyOrderOnceTheSuccessIsHeard() {
        for (var order : List.of(List.of(3, 1, 2), List.of(2, 3, 1), List.of(3, 3, 2), List.of(1, 3, 3))) {
            var fresh = new HearingOfRefundsTest();
            fresh.aCaseHasAskedForItsRefund();
            order.forEach(fresh::replay);
            assertThat(fresh.theCase().state()).as(order.toString()).isEqualTo(CaseState.CLOSED);
            assertThat(fresh.theCase().refunded()).isEqualTo(CaseFixtures.cny("249.85"));
        }
    }

    @Test
    void leavesRefundsThatNoCaseAskedForToTheOrder() {
        deliver("refund.requested.v1", 1, Contracts.sample("refund.requested.v1",
                "cancelled-order-tender-by-tender").data().deepCopy());
        assertThat(theCase()).isEqualTo(CaseFixtures.refunding());
    }

    @Test
    void goesOnWhenTheCaseIsUnknown() {
        ObjectNode stranger = Contracts.sample("refund.succeeded.v1", "scarf").data().deepCopy();
        deliver("refund.succeeded.v1", 1, stranger.put("caseId", "nobody-knows"));
        assertThat(store.all()).hasSize(1);
    }

    private void replay(int number) {
        switch (number) {
            case 1 -> deliver(1, "refund.requested.v1", "scarf");
            case 2 -> deliver(2, "refund.in-doubt.v1", "provider-timed-out");
            default -> deliver(3, "refund.succeeded.v1", "scarf");
        }
    }

    private void deliver(long sequence, String type, String sample) {
        ObjectNode data = Contracts.sample(type, sample).data().deepCopy();
        var asked = CaseFixtures.refunding().refunds().getFirst();
        data.put("caseId", "case-1").put("refundId", "refund-1").put("requestId", asked.requestId());
        data.set("amount", Json.WIRE.valueToTree(asked.amount()));
        deliver(type, sequence, data);
    }

    private void deliver(String type, long sequence, ObjectNode data) {
        subscription.deliver(new EventMeta(subscription.topic(), "id-" + sequence, type,
                data.path("refundId").asText(), sequence, CaseFixtures.NOW, Actor.service("order-service")), data);
    }

    private Case theCase() {
        return store.find("case-1").orElseThrow().aggregate();
    }

    private List<RefundState> attempts() {
        return theCase().refunds().stream().map(attempt -> attempt.state()).toList();
    }
}
