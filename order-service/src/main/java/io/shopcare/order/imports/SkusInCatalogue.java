package io.shopcare.order.imports;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.ListSku;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.catalogue.SkuListing;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.store.Outcome;

/** Lines that are SKUs; the product that one names may come later. */
@Component
final class SkusInCatalogue implements CatalogueKind<SkuListing, Sku> {
    private final ListSku listing;
    private final Catalogue catalogue;

    SkusInCatalogue(ListSku listing, Catalogue catalogue) {
        this.listing = listing;
        this.catalogue = catalogue;
    }

    @Override
    public String field() {
        return "sku";
    }

    @Override
    public Class<SkuListing> listing() {
        return SkuListing.class;
    }

    @Override
    public Optional<FieldProblem> problem(String sku, SkuListing said, Shops.Shop shop) {
        return said.problem(sku, shop);
    }

    @Override
    public int known(String shop, String sku) {
        return catalogue.find(shop, sku).map(Sku::revision).orElse(0);
    }

    @Override
    public Outcome<Sku> take(String shop, String sku, SkuListing said, Sku.Owner from, CommandContext context) {
        return listing.handle(shop, sku, said.page(sku), from, context);
    }

    @Override
    public int revision(Sku taken) {
        return taken.revision();
    }
}
