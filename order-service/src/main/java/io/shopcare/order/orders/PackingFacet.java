package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineQuantity;

/**
 * How an order's goods travel, where it is not simply all of them in a parcel of its own (O14). The money of an order is
 * its own, whatever parcel carries its goods.
 *
 * @param with  the order whose parcel takes these goods along; null when none does
 * @param split what ships first, and what waits; null when all goes together
 */
public record PackingFacet(@Nullable String with, @Nullable Split split) {
    static final PackingFacet TOGETHER = new PackingFacet(null, null);

    /**
     * @param first      what ships first
     * @param releasedAt when the rest was let go; null while it waits
     */
    public record Split(List<LineQuantity> first, ActorRef by, Instant at, @Nullable Instant releasedAt) {
        public Split {
            first = List.copyOf(first);
        }

        /** Units of a line in the first part. */
        public int first(String lineId) {
            return first.stream().filter(part -> part.lineId().equals(lineId)).mapToInt(LineQuantity::quantity).sum();
        }

        Split released(Instant when) {
            return new Split(first, by, at, when);
        }
    }
}
