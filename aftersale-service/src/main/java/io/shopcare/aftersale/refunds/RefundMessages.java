package io.shopcare.aftersale.refunds;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.RefundNews;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Tells cases what order-service says of their refunds; each word once, older ones not at all. */
final class RefundMessages {
    private static final Logger log = LoggerFactory.getLogger(RefundMessages.class);

    private final AggregateStore<Case> store;

    RefundMessages(AggregateStore<Case> store) {
        this.store = store;
    }

    Subscription subscription() {
        return Subscription.to("shopcare.order.refunds").as("case-refunds")
                .on("refund.requested.v1", RefundEvents.Requested.class,
                        (meta, event) -> hear(meta, event.caseId(), event.news(meta.time())))
                .on("refund.in-doubt.v1", RefundEvents.InDoubt.class,
                        (meta, event) -> hear(meta, event.caseId(), event.news(meta.time())))
                .on("refund.failed.v1", RefundEvents.Failed.class,
                        (meta, event) -> hear(meta, event.caseId(), event.news(meta.time())))
                .on("refund.succeeded.v1", RefundEvents.Succeeded.class,
                        (meta, event) -> hear(meta, event.caseId(), event.news(meta.time())))
                .acting();
    }

    private void hear(EventMeta meta, @Nullable String caseId, RefundNews news) {
        if (caseId == null) // order-service refunds by itself; the order's facts keep it
            return;
        var heard = store.decide(caseId, CommandContext.ofEvent(meta.type(), meta.sourceKey(), meta.sequence()),
                theCase -> theCase.hear(news));
        if (heard instanceof Outcome.Rejected<Case>(var why))
            log.error("refund {} names case {}: {}", news.refundId(), caseId, why.code());
    }
}
