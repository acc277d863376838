package io.shopcare.order.stock;

/** Knows for life which returns are booked. */
@FunctionalInterface
public interface KnownReturns {
    /** Whether this stock has taken this return back. Asked while a write of the stock is decided: then it is exact. */
    boolean isBooked(String stockId, String returnId);
}
