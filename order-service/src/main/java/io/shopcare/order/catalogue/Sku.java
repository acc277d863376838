package io.shopcare.order.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * @param product  what it follows of its product; null while there is none
 */
public record Sku(String shop, String sku, int revision, Page page, @Nullable Owner owner, boolean gone,
        @Nullable OfProduct product) {

    /**
     * What the shop says about it.
     *
     * @param productId product of which it is a variant; its own code when it is the only one
     * @param price     of one unit
     * @param grams     of one unit
     * @param floor     below it no unit is sold without a look (O6); null where there is none. Buyers do not see it
     * @param markets   countries in which it may be sold, ISO 3166-1 alpha-2; none for those of its product
     * @param facts     what the page says of it beside its product's facts, or otherwise, by name
     * @param services  service terms that come with it, by code
     * @param whenGone  what becomes of it when nothing is left; null: nothing, and nobody can order it until more comes
     * @param inMarkets what is said otherwise in one market, by country
     */
    public record Page(String productId, String title, String category, Money price, int grams,
            ReturnTerms returnTerms, boolean onSale, @Nullable Money floor, List<String> markets,
            Map<String, String> facts, List<String> services, @Nullable WhenGone whenGone,
            Map<String, InMarket> inMarkets) {

        @SuppressWarnings({"NullAway", "ConstantConditions"}) // SKUs that were stored before have none of them
        public Page {
            markets = markets == null ? List.of() : List.copyOf(markets);
            facts = facts == null ? Map.of() : new TreeMap<>(facts);
            services = services == null ? List.of() : List.copyOf(services);
            inMarkets = inMarkets == null ? Map.of() : new TreeMap<>(inMarkets);
        }

        /** The same in every market. */
        public Page(String productId, String title, String category, Money price, int grams,
                ReturnTerms returnTerms, boolean onSale, @Nullable Money floor, List<String> markets,
                Map<String, String> facts, List<String> services, @Nullable WhenGone whenGone) {
            this(productId, title, category, price, grams, returnTerms, onSale, floor, markets, facts, services,
                    whenGone, Map.of());
        }

        /** Sold everywhere, with nothing special about it. */
        public Page(String productId, String title, String category, Money price, int grams,
                ReturnTerms returnTerms, boolean onSale) {
            this(productId, title, category, price, grams, returnTerms, onSale, null, List.of(), Map.of(), List.of(),
                    null);
        }
    }

    /**
     * What one market is told otherwise: sizes, units and plugs are others there, and so may be what it costs us to sell.
     *
     * @param facts beside those of the page, or in place of them, by name
     * @param floor in place of the page's; null where it is the same
     */
    public record InMarket(Map<String, String> facts, @Nullable Money floor) {
        public InMarket {
            facts = new TreeMap<>(facts);
        }

        /** As buyers see it. */
        InMarket withoutFloor() {
            return new InMarket(facts, null);
        }
    }

    /**
     * What a SKU follows of the product that its page names. A variant that says otherwise goes by its own markets and facts.
     *
     * @param revision of the product that was seen
     * @param onSale   while it is not, none of its variants is
     * @param markets  where its variants may be sold; none for everywhere
     * @param facts    that hold of every variant
     */
    public record OfProduct(int revision, boolean onSale, List<String> markets, Map<String, String> facts) {
        public OfProduct {
            markets = List.copyOf(markets);
            facts = new TreeMap<>(facts);
        }
    }

    /**
     * Another system that keeps this SKU: what it sends is taken, and nobody edits it here.
     *
     * @param system   its name
     * @param revision of its own that was taken last; null when it counts none
     */
    public record Owner(String system, @Nullable Long revision) {

        boolean isNewerThan(Owner known) {
            return revision == null || known.revision == null || revision > known.revision;
        }
    }

    /** Name of the collection of all versions. */
    static final String VERSIONS = "sku_versions";

    /** One that is edited here, and is there to be sold. */
    public Sku(String shop, String sku, int revision, Page page) {
        this(shop, sku, revision, page, null, false, null);
    }

    /** Id of its document. */
    public static String id(String shop, String sku) {
        return shop + "/" + sku;
    }

    static Decision<Sku> list(String shop, String sku, Page page, @Nullable OfProduct product, @Nullable Owner owner,
            ActorRef by, Instant at) {
        return revised(new Sku(shop, sku, 1, page, owner, true, product), by, at); // nothing has come in yet
    }

    /**
     * @param of   the product that the next page names, as it is now
     * @param from system that sends it; null when a person edits it here
     */
    Decision<Sku> revise(Page next, @Nullable OfProduct of, @Nullable Owner from, ActorRef by, Instant at) {
        if (owner != null && (from == null || !from.system().equals(owner.system())))
            return Decision.reject(Rejection.rule("owned-elsewhere", Map.of("sku", sku, "owner", owner.system())));
        if (from != null && owner != null && !from.isNewerThan(owner))
            return Decision.unchanged(this);
        var followed = following(next, of);
        if (!next.equals(page) || !Objects.equals(followed, product))
            return revised(new Sku(shop, sku, revision + 1, next, from, gone, followed), by, at);
        return Objects.equals(from, owner)
                ? Decision.unchanged(this)
                : Decision.accept(new Sku(shop, sku, revision, page, from, gone, product));
    }

    /** Of the same product nothing older than what was seen of it. */
    private @Nullable OfProduct following(Page next, @Nullable OfProduct of) {
        boolean isSame = next.productId().equals(page.productId());
        return isSame && product != null && (of == null || of.revision() < product.revision()) ? product : of;
    }

    /** Its product was revised, or is there at last; what was seen already, or is of another product, changes nothing. */
    Decision<Sku> follow(String productId, OfProduct of, ActorRef by, Instant at) {
        boolean isNews = product == null || product.revision() < of.revision();
        return page.productId().equals(productId) && isNews
                ? revised(new Sku(shop, sku, revision + 1, page, owner, gone, of), by, at)
                : Decision.unchanged(this);
    }

    /** From now on it is edited here. */
    Decision<Sku> disown() {
        return owner == null
                ? Decision.unchanged(this)
                : Decision.accept(new Sku(shop, sku, revision, page, null, gone, product));
    }

    /** The last unit went, or more came: always known, and a new revision where its page says what happens then. */
    Decision<Sku> isGone(boolean now, ActorRef by, Instant at) {
        if (now == gone)
            return Decision.unchanged(this);
        return page.whenGone() == null
                ? Decision.accept(new Sku(shop, sku, revision, page, owner, now, product))
                : revised(new Sku(shop, sku, revision + 1, page, owner, now, product), by, at);
    }

    /** Whether it can be ordered, now. */
    public Selling selling() {
        var rule = page.whenGone();
        if (!onSale())
            return Selling.OFF_SALE;
        return gone && rule != null ? rule.selling() : Selling.ON_SALE;
    }

    /** Whether the shop sells it at all, as it says of it and of its product. */
    public boolean onSale() {
        return page.onSale() && (product == null || product.onSale());
    }

    /** Whether it may be sold to this country. */
    public boolean soldIn(String country) {
        var markets = product == null || !page.markets().isEmpty() ? page.markets() : product.markets();
        return markets.isEmpty() || markets.contains(country);
    }

    /** The least that one unit is to cost where it goes; empty where there is no such limit. */
    public Optional<Money> floorIn(String country) {
        var there = page.inMarkets().get(country);
        return Optional.ofNullable(there == null || there.floor() == null ? page.floor() : there.floor());
    }

    /**
     * What a page says of it to a market, with what holds of every variant of its product.
     *
     * @param country null where it is not known: what holds everywhere
     */
    static Map<String, String> facts(Page page, @Nullable OfProduct product, @Nullable String country) {
        var facts = new TreeMap<>(product == null ? Map.of() : product.facts());
        facts.putAll(page.facts());
        var there = country == null ? null : page.inMarkets().get(country);
        if (there != null)
            facts.putAll(there.facts());
        return facts;
    }

    /** What a buyer of today sees. */
    public ProductSnapshot snapshot() {
        return new ProductSnapshot(page.productId(), revision, page.title(), page.category(), page.returnTerms(),
                product == null ? null : product.revision());
    }

    private static Decision<Sku> revised(Sku next, ActorRef by, Instant at) {
        return Decision.accept(next, new SkuRevised(next.shop, id(next.shop, next.sku), next.sku, next.snapshot(),
                next.page.price(), next.page.grams(), next.selling(), next.owner == null ? null : next.owner.system()))
                .filing(new Rider(VERSIONS, Rider.number(next.revision),
                        new SkuVersion(next.revision, next.page, next.selling(), next.product, by, at)));
    }
}
