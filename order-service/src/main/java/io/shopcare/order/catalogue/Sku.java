package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/**
 * What is stocked and sold (规格), in its present revision.
 *
 * @param sku      code, unique in the shop
 * @param revision of what the shop says about it, from 1
 */
public record Sku(String shop, String sku, int revision, Page page) {

    /**
     * What the shop says about it.
     *
     * @param productId groups the variants of one product
     * @param price     of one unit
     * @param grams     of one unit
     * @param floor     below it no unit is sold without a look (O6); null where there is none. Buyers do not see it
     * @param markets   countries in which it may be sold, ISO 3166-1 alpha-2; none for all
     * @param facts     what the page says of it, such as its material, by name
     * @param services  service terms that come with it, by code
     */
    public record Page(String productId, String title, String category, Money price, int grams,
            ReturnTerms returnTerms, boolean onSale, @Nullable Money floor, List<String> markets,
            Map<String, String> facts, List<String> services) {

        @SuppressWarnings({"NullAway", "ConstantConditions"}) // SKUs that were stored before have none of them
        public Page {
            markets = markets == null ? List.of() : List.copyOf(markets);
            facts = facts == null ? Map.of() : new TreeMap<>(facts);
            services = services == null ? List.of() : List.copyOf(services);
        }

        /** Sold everywhere, with nothing special about it. */
        public Page(String productId, String title, String category, Money price, int grams,
                ReturnTerms returnTerms, boolean onSale) {
            this(productId, title, category, price, grams, returnTerms, onSale, null, List.of(), Map.of(), List.of());
        }

        /** Whether it may be sold to this country. */
        public boolean isSoldIn(String country) {
            return markets.isEmpty() || markets.contains(country);
        }
    }

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
