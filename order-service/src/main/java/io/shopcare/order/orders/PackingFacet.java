package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineQuantity;

/**
 * How an order's goods travel, where it is not simply all of them in a parcel of its own (O14). The money of an order is
 * its own, whatever parcel carries its goods.
 *
 * @param with  the order whose parcel takes these goods along; null when none does
 * @param split what ships first, and what waits; null when all goes together
 * @param taken what of it was taken from the shelf, by parcel
 */
public record PackingFacet(@Nullable String with, @Nullable Split split, List<Taken> taken) {
    static final PackingFacet TOGETHER = new PackingFacet(null, null, List.of());

    public PackingFacet {
        taken = taken == null ? List.of() : List.copyOf(taken); // stored before there were any
    }

    /** @param packed whether its parcel is closed; picked otherwise */
    public record Taken(String parcelId, List<LineQuantity> lines, boolean packed) {
        public Taken {
            lines = List.copyOf(lines);
        }
    }

    PackingFacet into(String orderId) {
        return new PackingFacet(orderId, null, taken);
    }

    PackingFacet inParts(Split parts) {
        return new PackingFacet(null, parts, taken);
    }

    /** What was taken for this parcel before is replaced: it was put right, or begun anew. */
    PackingFacet took(Taken next) {
        return new PackingFacet(with, split, Stream.concat(
                taken.stream().filter(old -> !old.parcelId().equals(next.parcelId())), Stream.of(next)).toList());
    }

    /** Units of a line that were taken; of those in closed parcels only, if so asked. */
    int units(String lineId, boolean packedOnly) {
        return taken.stream().filter(part -> part.packed() || !packedOnly).flatMap(part -> part.lines().stream())
                .filter(part -> part.lineId().equals(lineId)).mapToInt(LineQuantity::quantity).sum();
    }

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
