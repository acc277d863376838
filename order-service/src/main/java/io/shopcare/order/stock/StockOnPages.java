package io.shopcare.order.stock;

import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.LiveStock;

/** {@link LiveStock} for product pages: all warehouses together. */
@Component
class StockOnPages implements LiveStock {
    private final StockLevels levels;

    StockOnPages(StockLevels levels) {
        this.levels = levels;
    }

    @Override
    public Level of(String shop, String sku) {
        return levels.of(shop, sku).stream().map(Stock::figures)
                .reduce(new Level(0, 0, 0, 0),
                        (sum, one) -> new Level(sum.onHand() + one.onHand(), sum.reserved() + one.reserved(),
                                sum.allocated() + one.allocated(), sum.available() + one.available()),
                        (a, b) -> {
                            throw new IllegalStateException("not in parallel");
                        });
    }
}
