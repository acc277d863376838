package io.shopcare.order.imports;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.ListProduct;
import io.shopcare.order.catalogue.Product;
import io.shopcare.order.catalogue.ProductListing;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Lines that are products, before or after those of their SKUs. */
@Component
final class ProductsInCatalogue implements CatalogueKind<ProductListing, Product> {
    private final ListProduct listing;
    private final AggregateStore<Product> products;

    ProductsInCatalogue(ListProduct listing, AggregateStore<Product> products) {
        this.listing = listing;
        this.products = products;
    }

    @Override
    public String field() {
        return "product";
    }

    @Override
    public Class<ProductListing> listing() {
        return ProductListing.class;
    }

    @Override
    public Optional<FieldProblem> problem(String productId, ProductListing said, Shops.Shop shop) {
        return ProductListing.problem(productId);
    }

    @Override
    public int known(String shop, String productId) {
        return products.find(Product.id(shop, productId)).map(found -> found.aggregate().revision()).orElse(0);
    }

    @Override
    public Outcome<Product> take(String shop, String productId, ProductListing said, Sku.Owner from,
            CommandContext context) {
        return listing.handle(shop, productId, said.page(), from, context);
    }

    @Override
    public int revision(Product taken) {
        return taken.revision();
    }
}
