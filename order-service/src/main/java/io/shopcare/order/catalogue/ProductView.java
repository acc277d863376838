package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A product as its list shows it.
 *
 * @param onSale    what its page says
 * @param withdrawn whether it was taken off sale here, whatever its page says
 * @param owner     system that it comes from; null when it is edited here
 */
record ProductView(String shop, String productId, int revision, String title, String category, boolean onSale,
        boolean withdrawn, List<String> markets, Map<String, String> facts, @Nullable String owner) {

    static ProductView of(Product product) {
        var page = product.page();
        var owner = product.owner();
        return new ProductView(product.shop(), product.productId(), product.revision(), page.title(), page.category(),
                page.onSale(), product.withdrawn(), page.markets(), page.facts(),
                owner == null ? null : owner.system());
    }
}
