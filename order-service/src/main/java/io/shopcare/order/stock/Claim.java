package io.shopcare.order.stock;

import java.util.List;
import java.util.stream.Stream;

/**
 * Units of one stock that one attempt of one reservation holds. It stays until they are released or shipped, so that
 * every step may be repeated.
 *
 * @param allocated promised to an order that the audit let through; otherwise only reserved
 * @param parcels   that took units already
 */
record Claim(String orderId, int quantity, boolean allocated, List<String> parcels) {
    Claim {
        parcels = List.copyOf(parcels);
    }

    /** Id of the reservation that a claim belongs to. */
    static String owner(String claim) {
        return claim.substring(0, claim.lastIndexOf('_'));
    }

    Claim allocate() {
        return new Claim(orderId, quantity, true, parcels);
    }

    Claim ship(String parcelId, int units) {
        return new Claim(orderId, quantity - units, allocated,
                Stream.concat(parcels.stream(), Stream.of(parcelId)).toList());
    }
}
