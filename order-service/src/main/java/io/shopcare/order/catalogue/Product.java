package io.shopcare.order.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;

/**
 * What is shown (商品), of which SKUs are the variants, in its present revision; earlier ones are kept beside it.
 *
 * @param productId unique in the shop
 * @param revision  of what the shop says about it, from 1
 * @param owner     system that it comes from; null when it is edited here
 * @param withdrawn whether somebody here took it off sale, which no owner undoes
 */
public record Product(String shop, String productId, int revision, Page page, Sku.@Nullable Owner owner,
        boolean withdrawn) {

    /**
     * What the shop says about all of its variants.
     *
     * @param title   without the variant
     * @param onSale  whether any of it can be ordered
     * @param markets countries in which it may be sold, ISO 3166-1 alpha-2; none for all
     * @param facts   what holds of every variant, such as brand, material and care, by name
     */
    public record Page(String title, String category, boolean onSale, List<String> markets,
            Map<String, String> facts) {

        public Page {
            markets = List.copyOf(markets);
            facts = new TreeMap<>(facts);
        }
    }

    /** Name of the collection of all versions. */
    static final String VERSIONS = "product_versions";

    /** Id of its document. */
    public static String id(String shop, String productId) {
        return shop + "/" + productId;
    }

    static Decision<Product> list(String shop, String productId, Page page, Sku.@Nullable Owner owner, ActorRef by,
            Instant at) {
        return revised(new Product(shop, productId, 1, page, owner, false), by, at);
    }

    /** @param from system that sends it; null when a person edits it here */
    Decision<Product> revise(Page next, Sku.@Nullable Owner from, ActorRef by, Instant at) {
        if (owner != null && (from == null || !from.system().equals(owner.system())))
            return Decision.reject(Rejection.rule("owned-elsewhere",
                    Map.of("sku", productId, "owner", owner.system())));
        if (from != null && owner != null && !from.isNewerThan(owner))
            return Decision.unchanged(this);
        if (!next.equals(page))
            return revised(new Product(shop, productId, revision + 1, next, from, withdrawn), by, at);
        return Objects.equals(from, owner)
                ? Decision.unchanged(this)
                : Decision.accept(new Product(shop, productId, revision, page, from, withdrawn));
    }

    /** From now on it is edited here. */
    Decision<Product> disown() {
        return owner == null
                ? Decision.unchanged(this)
                : Decision.accept(new Product(shop, productId, revision, page, null, withdrawn));
    }

    /** Takes it off sale with all of its variants, whatever its owner says of it; or lets that go again. */
    Decision<Product> withdraw(boolean now, ActorRef by, Instant at) {
        return now == withdrawn
                ? Decision.unchanged(this)
                : revised(new Product(shop, productId, revision + 1, page, owner, now), by, at);
    }

    /** What its SKUs follow. */
    Sku.OfProduct followed() {
        return new Sku.OfProduct(revision, onSale(), page.markets(), page.facts());
    }

    /** Whether any of it can be ordered. */
    public boolean onSale() {
        return page.onSale() && !withdrawn;
    }

    /** Whether it may be sold to this country. */
    public boolean soldIn(String country) {
        return page.markets().isEmpty() || page.markets().contains(country);
    }

    private static Decision<Product> revised(Product next, ActorRef by, Instant at) {
        var page = next.page;
        return Decision.accept(next, new ProductRevised(next.shop, id(next.shop, next.productId), next.productId,
                next.revision, page.title(), page.category(), next.onSale(), page.markets(),
                next.owner == null ? null : next.owner.system()))
                .filing(new Rider(VERSIONS, Rider.number(next.revision),
                        new ProductVersion(next.revision, page, next.withdrawn, by, at)));
    }
}
