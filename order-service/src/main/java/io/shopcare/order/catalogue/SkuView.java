package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.security.Person;

/**
 * A SKU with what is there of it.
 *
 * @param floor   told to staff only, that of a market too
 * @param inMarkets what is said otherwise in one market
 * @param product what it follows of its product beside its own markets and facts; null while there is none
 * @param owner   system that it comes from; null when it is edited here
 */
record SkuView(String shop, String sku, int revision, String productId, String title, String category, Money price,
        int grams, ReturnTerms returnTerms, boolean onSale, Selling selling, @Nullable Money floor,
        List<String> markets, Map<String, String> facts, Sku.@Nullable OfProduct product, List<String> services,
        @Nullable WhenGone whenGone, @Nullable String owner, LiveStock.Level stock,
        Map<String, Sku.InMarket> inMarkets) {

    static SkuView of(Sku sku, LiveStock.Level stock, Person person) {
        var page = sku.page();
        var owner = sku.owner();
        return new SkuView(sku.shop(), sku.sku(), sku.revision(), page.productId(), page.title(), page.category(),
                page.price(), page.grams(), page.returnTerms(), page.onSale(), sku.selling(),
                person.worksIn(sku.shop()) ? page.floor() : null, page.markets(), page.facts(), sku.product(),
                page.services(), page.whenGone(), owner == null ? null : owner.system(), stock,
                inMarkets(page, person.worksIn(sku.shop())));
    }

    /** The floors are told to staff only. */
    static Map<String, Sku.InMarket> inMarkets(Sku.Page page, boolean toStaff) {
        var told = new TreeMap<>(page.inMarkets());
        if (!toStaff)
            told.replaceAll((country, there) -> there.withoutFloor());
        return told;
    }
}
