package io.shopcare.order.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;

/**
 * What is stocked and sold (规格), in its present revision; earlier ones are kept beside it.
 *
 * @param sku      code, unique in the shop
 * @param revision of what the shop says about it, from 1
 * @param owner    system that it comes from; null when it is edited here
 * @param gone     whether nothing is left to sell; what that means for buyers is the rule of its page
 */
public record Sku(String shop, String sku, int revision, Page page, @Nullable Owner owner, boolean gone) {

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
     * @param whenGone  what becomes of it when nothing is left; null: nothing, and nobody can order it until more comes
     */
    public record Page(String productId, String title, String category, Money price, int grams,
            ReturnTerms returnTerms, boolean onSale, @Nullable Money floor, List<String> markets,
            Map<String, String> facts, List<String> services, @Nullable WhenGone whenGone) {

        @SuppressWarnings({"NullAway", "ConstantConditions"}) // SKUs that were stored before have none of them
        public Page {
            markets = markets == null ? List.of() : List.copyOf(markets);
            facts = facts == null ? Map.of() : new TreeMap<>(facts);
            services = services == null ? List.of() : List.copyOf(services);
        }

        /** Sold everywhere, with nothing special about it. */
        public Page(String productId, String title, String category, Money price, int grams,
                ReturnTerms returnTerms, boolean onSale) {
            this(productId, title, category, price, grams, returnTerms, onSale, null, List.of(), Map.of(), List.of(),
                    null);
        }

        /** Whether it may be sold to this country. */
        public boolean isSoldIn(String country) {
            return markets.isEmpty() || markets.contains(country);
        }
    }

    /**
     * Another system that keeps this SKU: what it sends is taken, and nobody edits it here.
     *
     * @param system   its name
     * @param revision of its own that was taken last; null when it counts none
     */
    public record Owner(String system, @Nullable Long revision) {

        private boolean isNewerThan(Owner known) {
            return revision == null || known.revision == null || revision > known.revision;
        }
    }

    /** Name of the collection of all versions. */
    static final String VERSIONS = "sku_versions";

    /** One that is edited here, and is there to be sold. */
    public Sku(String shop, String sku, int revision, Page page) {
        this(shop, sku, revision, page, null, false);
    }

    /** Id of its document. */
    public static String id(String shop, String sku) {
        return shop + "/" + sku;
    }

    static Decision<Sku> list(String shop, String sku, Page page, @Nullable Owner owner, ActorRef by, Instant at) {
        return revised(new Sku(shop, sku, 1, page, owner, true), by, at); // nothing has come in yet
    }

    /** @param from system that sends it; null when a person edits it here */
    Decision<Sku> revise(Page next, @Nullable Owner from, ActorRef by, Instant at) {
        if (owner != null && (from == null || !from.system().equals(owner.system())))
            return Decision.reject(Rejection.rule("owned-elsewhere", Map.of("sku", sku, "owner", owner.system())));
        if (from != null && owner != null && !from.isNewerThan(owner))
            return Decision.unchanged(this);
        if (!next.equals(page))
            return revised(new Sku(shop, sku, revision + 1, next, from, gone), by, at);
        return Objects.equals(from, owner)
                ? Decision.unchanged(this)
                : Decision.accept(new Sku(shop, sku, revision, page, from, gone));
    }

    /** From now on it is edited here. */
    Decision<Sku> disown() {
        return owner == null
                ? Decision.unchanged(this)
                : Decision.accept(new Sku(shop, sku, revision, page, null, gone));
    }

    /** The last unit went, or more came: always known, and a new revision where its page says what happens then. */
    Decision<Sku> isGone(boolean now, ActorRef by, Instant at) {
        if (now == gone)
            return Decision.unchanged(this);
        return page.whenGone() == null
                ? Decision.accept(new Sku(shop, sku, revision, page, owner, now))
                : revised(new Sku(shop, sku, revision + 1, page, owner, now), by, at);
    }

    /** Whether it can be ordered, now. */
    public Selling selling() {
        var rule = page.whenGone();
        if (!page.onSale())
            return Selling.OFF_SALE;
        return gone && rule != null ? rule.selling() : Selling.ON_SALE;
    }

    /** What a buyer of today sees. */
    public ProductSnapshot snapshot() {
        return new ProductSnapshot(page.productId(), revision, page.title(), page.category(), page.returnTerms());
    }

    private static Decision<Sku> revised(Sku next, ActorRef by, Instant at) {
        return Decision.accept(next, new SkuRevised(next.shop, id(next.shop, next.sku), next.sku, next.snapshot(),
                next.page.price(), next.page.grams(), next.selling(), next.owner == null ? null : next.owner.system()))
                .filing(new Rider(VERSIONS, Rider.number(next.revision),
                        new SkuVersion(next.revision, next.page, next.selling(), by, at)));
    }
}
