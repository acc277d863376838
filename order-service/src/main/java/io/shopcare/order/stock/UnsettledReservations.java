package io.shopcare.order.stock;

import java.time.Instant;
import java.util.List;

/** Finds reservations that somebody left half-way. */
interface UnsettledReservations {
    /** At most so many that have been unsettled since before then, the oldest first. */
    List<Reservation> before(Instant then, int limit);
}
