package io.shopcare.order.stock;

/**
 * Units of one SKU in one warehouse; {@code onHand = available + reserved + allocated}, damaged ones are apart.
 *
 * @param available derived; stored for the lists
 */
public record StockFigures(int onHand, int available, int reserved, int allocated, int damaged) {
    static final StockFigures NONE = of(0, 0, 0, 0);

    public StockFigures {
        available = onHand - reserved - allocated;
        if (available < 0 || reserved < 0 || allocated < 0 || damaged < 0)
            throw new IllegalStateException("no such stock: on hand %d, reserved %d, allocated %d, damaged %d"
                    .formatted(onHand, reserved, allocated, damaged));
    }

    static StockFigures of(int onHand, int reserved, int allocated, int damaged) {
        return new StockFigures(onHand, 0, reserved, allocated, damaged);
    }

    StockFigures plus(int moreOnHand, int moreReserved, int moreAllocated, int moreDamaged) {
        return of(onHand + moreOnHand, reserved + moreReserved, allocated + moreAllocated, damaged + moreDamaged);
    }
}
