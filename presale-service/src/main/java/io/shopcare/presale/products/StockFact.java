package io.shopcare.presale.products;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/**
 * The stock of one SKU in one warehouse, as its events tell.
 *
 * @param title   null until the SKU was listed
 * @param selling on-sale, off-sale or pre-order
 * @param asOf    when the last event happened
 */
record StockFact(String shop, String sku, String warehouse, @Nullable String title, @Nullable Money price,
        @Nullable String selling, StockFigures figures, @Nullable Instant asOf) {
    static final StockFact UNKNOWN = new StockFact("", "", "", null, null, null, StockFigures.NONE, null);

    /** After {@code stock.listed.v1}. */
    record Listed(String shop, String sku, String warehouse, StockFigures figures, Product product, Money price,
            String selling) {}

    record Product(String title) {}

    /** After {@code stock.changed.v1}. */
    record Changed(String shop, String sku, String warehouse, StockFigures figures) {}

    StockFact listed(Listed event, Instant at) {
        return new StockFact(event.shop(), event.sku(), event.warehouse(), event.product().title(), event.price(),
                event.selling(), event.figures(), at);
    }

    StockFact changed(Changed event, Instant at) {
        return new StockFact(event.shop(), event.sku(), event.warehouse(), title, price, selling, event.figures(), at);
    }
}
