package io.shopcare.presale.orders;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/**
 * An order as its events tell it.
 *
 * @param conversationId it came out of; null when it did not
 * @param phase          last thing that happened to it: placed, paid, held, approved, ...
 * @param holds          those that are open, in the order in which they came
 * @param asOf           when the last event happened
 */
public record KnownOrder(String orderId, String orderNo, String shop, String channel, String buyerId,
        @Nullable String conversationId, @Nullable Money total, String phase, List<Hold> holds,
        @Nullable Instant asOf) {
    static final KnownOrder UNKNOWN = new KnownOrder("", "", "", "", "", null, null, "placed", List.of(), null);

    /** A reason why it must not go on, with what the rule saw. */
    public record Hold(String holdId, String code, List<Figure> figures) {}

    /** A value that a rule looked at, by its name in the texts. */
    public record Figure(String name, String value) {}

    /** Codes of its open holds. */
    public List<String> openHolds() {
        return holds.stream().map(Hold::code).distinct().toList();
    }

    KnownOrder placed(OrderEvents.Placed event, Instant at) {
        var buyer = event.buyer();
        return new KnownOrder(event.orderId(), event.orderNo(), event.shop(), buyer.channel(), buyer.buyerId(),
                event.conversationId(), event.total(), "placed", holds, at);
    }

    KnownOrder held(List<Hold> more, Instant at) {
        return new KnownOrder(orderId, orderNo, shop, channel, buyerId, conversationId, total, phase,
                Stream.concat(holds.stream(), more.stream()).distinct().toList(), at);
    }

    KnownOrder released(List<String> holdIds, Instant at) {
        return new KnownOrder(orderId, orderNo, shop, channel, buyerId, conversationId, total, phase,
                holds.stream().filter(hold -> !holdIds.contains(hold.holdId())).toList(), at);
    }

    KnownOrder in(String nextPhase, Instant at) {
        return new KnownOrder(orderId, orderNo, shop, channel, buyerId, conversationId, total, nextPhase, holds, at);
    }
}
