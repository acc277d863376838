package io.shopcare.order.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Rejection;

/**
 * A paid line is to become another article (O10). The money that was paid stays where it is: what the new goods cost more
 * is asked for by a payment request on the line, what they cost less is refunded from it.
 *
 * @param fromProduct the page that the goods until then were sold by
 * @param units     all of the line that still ships; what was left out of it is paid back and stays what it was
 * @param product   the page that the new goods are sold by
 * @param unitGrams of the new goods
 * @param worth     what the line costs now: what was agreed for it, and what the order costs more or less with the new goods
 *                  at today's price, by the offers of its purchase
 * @param payBy     until when a difference may be paid
 * @param toPay     what the buyer has still to pay for it; null when nothing
 * @param toRefund  what goes back; null when nothing
 * @param refusal   why it could not be done; null otherwise
 * @param waiver    who let the difference go; null when nobody did
 * @param unitPrice of the new goods on their page; null in exchanges that are older than this field
 */
public record Exchange(String exchangeId, String lineId, String fromSku, ProductSnapshot fromProduct, String toSku,
        int units, ProductSnapshot product, int unitGrams, Money worth, ActorRef by, Instant at, String reason,
        Instant payBy,
        ExchangeState state, @Nullable Money toPay, @Nullable Money toRefund, @Nullable Rejection refusal,
        @Nullable Waiver waiver, @Nullable Money unitPrice) {

    /** What the new goods cost more is the shop's to bear, for this exchange alone. */
    public record Waiver(ActorRef by, Instant at, String reason) {}

    /** One that is asked for. */
    public static Exchange asked(String exchangeId, OrderLine from, String toSku, ProductSnapshot product,
            int unitGrams, Money unitPrice, Money worth, ActorRef by, Instant at, String reason, Instant payBy) {
        return new Exchange(exchangeId, from.lineId(), from.sku(), from.product(), toSku, from.toShip(), product,
                unitGrams, worth, by, at, reason, payBy, ExchangeState.ASKED, null, null, null, null, unitPrice);
    }

    /** What its author saw on the line, which somebody else may have exchanged since. */
    public Exchange of(String seenSku) {
        return new Exchange(exchangeId, lineId, seenSku, fromProduct, toSku, units, product, unitGrams, worth, by, at,
                reason, payBy, state, toPay, toRefund, refusal, waiver, unitPrice);
    }

    /** The request by which a difference is paid. */
    String paymentRequestId() {
        return Ids.derived("exchange-difference", exchangeId);
    }

    boolean isAsked() {
        return state == ExchangeState.ASKED;
    }

    Exchange refused(Rejection why) {
        return new Exchange(exchangeId, lineId, fromSku, fromProduct, toSku, units, product, unitGrams, worth, by, at,
                reason, payBy,
                state.to(ExchangeState.REFUSED), null, null, why, null, unitPrice);
    }

    Exchange done(@Nullable Money more, @Nullable Money less) {
        return new Exchange(exchangeId, lineId, fromSku, fromProduct, toSku, units, product, unitGrams, worth, by, at,
                reason, payBy,
                state.to(ExchangeState.DONE), more, less, null, null, unitPrice);
    }

    Exchange waived(Waiver next) {
        return new Exchange(exchangeId, lineId, fromSku, fromProduct, toSku, units, product, unitGrams, worth, by, at,
                reason, payBy, state, toPay, toRefund, refusal, next, unitPrice);
    }
}
