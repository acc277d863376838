package io.shopcare.order.catalogue;

import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/**
 * What is stocked and sold (规格), in its present revision.
 *
 * @param sku      code, unique in the shop
 * @param revision of what buyers are shown, from 1
 */
public record Sku(String shop, String sku, int revision, Page page) {

    /**
     * What the shop says about it.
     *
     * @param productId groups the variants of one product
     * @param price     of one unit
     * @param grams     of one unit
     */
    public record Page(String productId, String title, String category, Money price, int grams,
            ReturnTerms returnTerms, boolean onSale) {}

    /** Id of its document. */
    public static String id(String shop, String sku) {
        return shop + "/" + sku;
    }

    static Decision<Sku> list(String shop, String sku, Page page) {
        return revised(new Sku(shop, sku, 1, page));
    }

    Decision<Sku> revise(Page next) {
        return next.equals(page) ? Decision.unchanged(this) : revised(new Sku(shop, sku, revision + 1, next));
    }

    /** What a buyer of today sees. */
    public ProductSnapshot snapshot() {
        return new ProductSnapshot(page.productId(), revision, page.title(), page.category(), page.returnTerms());
    }

    private static Decision<Sku> revised(Sku next) {
        return Decision.accept(next, new SkuRevised(next.shop, id(next.shop, next.sku), next.sku, next.snapshot(),
                next.page.price(), next.page.grams(), next.page.onSale() ? "on-sale" : "off-sale"));
    }
}
