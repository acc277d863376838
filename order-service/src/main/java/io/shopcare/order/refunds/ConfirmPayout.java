package io.shopcare.order.refunds;

import java.time.Clock;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.shopcare.order.payments.TransferReferences;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Finance says that a part of a refund was paid by hand (O5, O17). The bank's reference counts once in a shop, for money that
 * comes as for money that goes; the rest of the refund goes on after it.
 */
@Component
final class ConfirmPayout {
    private final AggregateStore<Refund> refunds;
    private final TransferReferences references;
    private final PayRefund pay;
    private final Clock clock;

    ConfirmPayout(AggregateStore<Refund> refunds, TransferReferences references, PayRefund pay, Clock clock) {
        this.refunds = refunds;
        this.references = references;
        this.pay = pay;
        this.clock = clock;
    }

    Outcome<Refund> handle(Refund seen, String refundNo, String reference, CommandContext context) {
        Function<Refund, Decision<Refund>> question = refund -> refund.paidByHand(refundNo, reference,
                clock.instant());
        var content = "refund " + refundNo;
        if (question.apply(seen) instanceof Decision.Accepted<Refund>
                && !references.claim(seen.shop(), reference, content).equals(content))
            return new Outcome.Rejected<>(Rejection.rule("reference-used"));
        var outcome = refunds.decide(seen.refundId(), context, question);
        if (outcome instanceof Outcome.Accepted<Refund>)
            pay.handle(seen.refundId());
        return outcome;
    }
}
