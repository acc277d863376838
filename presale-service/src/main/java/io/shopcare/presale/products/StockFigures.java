package io.shopcare.presale.products;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Units of a SKU. */
@JsonIgnoreProperties(ignoreUnknown = true)
record StockFigures(int onHand, int reserved, int allocated, int available) {
    static final StockFigures NONE = new StockFigures(0, 0, 0, 0);

    StockFigures plus(StockFigures other) {
        return new StockFigures(onHand + other.onHand, reserved + other.reserved, allocated + other.allocated,
                available + other.available);
    }
}
