package io.shopcare.order.stock;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;

/**
 * Units of a SKU that go from one warehouse to another: a leg in the ledger of each. Once the first leg is booked the
 * second follows, whoever is killed: a deadline goes on where it stopped.
 */
public record Transfer(String transferId, String shop, String sku, String from, String to, int units,
        @Nullable String note, TransferState state, ActorRef by, Instant at, @Nullable Instant unsettledSince) {
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(10);

    static Decision<Transfer> ask(String transferId, MoveBetween.Command command, ActorRef by, Instant at) {
        return Decision.accept(new Transfer(transferId, command.shop(), command.sku(), command.from(), command.to(),
                command.quantity(), command.note(), TransferState.ASKED, by, at, at));
    }

    Decision<Transfer> to(TransferState next, Instant now) {
        if (state == next || !state.canBecome(next))
            return Decision.unchanged(this);
        return Decision.accept(new Transfer(transferId, shop, sku, from, to, units, note, state.to(next), by, at,
                next == TransferState.LEFT ? now : null));
    }

    /** When somebody else goes on; null when nothing is left to do. */
    @Nullable
    Instant finishBy() {
        return unsettledSince == null ? null : unsettledSince.plus(SETTLE_AFTER);
    }
}
