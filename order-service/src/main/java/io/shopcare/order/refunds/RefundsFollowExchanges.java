package io.shopcare.order.refunds;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;

/** What an exchanged line costs less goes back from that line's money, once per exchange (O10). */
@Component
final class RefundsFollowExchanges {
    private final AskRefund ask;

    RefundsFollowExchanges(AskRefund ask) {
        this.ask = ask;
    }

    /** What is needed of {@code order.line-exchanged.v1}. */
    record Exchanged(String orderId, Buyer buyer, String exchangeId, String lineId, @Nullable Money toRefund) {}

    void exchanged(EventMeta meta, Exchanged told) {
        var amount = told.toRefund();
        if (amount != null)
            ask.handle(told.buyer(), new RefundRequest(told.exchangeId(), told.orderId(), amount,
                    List.of(new LineAmount(told.lineId(), 0, amount)), Money.zero(amount.currency()),
                    "exchanged-for-less", null), meta.actor());
    }
}
