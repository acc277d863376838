package io.shopcare.order.stock;

import java.util.List;

/** Reads stock across warehouses. What it says may be outdated when it arrives: only a stock's own write decides. */
public interface StockLevels {

    /** The stock of one SKU in every warehouse that has ever had it, by warehouse. */
    List<Stock> of(String shop, String sku);
}
