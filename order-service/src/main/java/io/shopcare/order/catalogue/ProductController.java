package io.shopcare.order.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Products over HTTP. Buyers see what is on sale in their market; those who keep the catalogue see all of it. */
@RestController
@RequestMapping("/api/order/products")
@Tag(name = "Catalogue")
class ProductController {
    private static final String COUNTRY = "[A-Z]{2}";

    /** A product as it was. */
    @Schema(name = "ProductVersionView")
    record VersionView(String shop, String productId, int revision, String title, String category, boolean onSale,
            boolean withdrawn, List<String> markets, Map<String, String> facts, Instant since) {

        static VersionView of(String shop, String productId, ProductVersion version) {
            var page = version.page();
            return new VersionView(shop, productId, version.revision(), page.title(), page.category(), page.onSale(),
                    version.withdrawn(), page.markets(), page.facts(), version.at());
        }
    }

    private final AggregateStore<Product> products;
    private final ListProduct listProduct;
    private final ProductList list;
    private final SkuList skus;
    private final LiveStock stock;
    private final PastVersions<ProductVersion> versions;
    private final Shops shops;

    ProductController(AggregateStore<Product> products, ListProduct listProduct, ProductList list, SkuList skus,
            LiveStock stock, MongoDatabase database, Shops shops) {
        this.products = products;
        this.listProduct = listProduct;
        this.list = list;
        this.skus = skus;
        this.stock = stock;
        this.versions = new PastVersions<>(database, "products", Product.VERSIONS, ProductVersion.class);
        this.shops = shops;
    }

    @PutMapping("/{productId}")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "Lists a product, or revises what is said of it", description = "Its SKUs follow. With system (and its own revision) it comes from another system, which owns it from then on; without, it is edited here, which the owner's are refused.")
    ResponseEntity<ProductView> put(@PathVariable String productId, @RequestParam String shop,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String system,
            @RequestParam(required = false) @Nullable Long systemRevision,
            @RequestBody @Valid ProductListing listing, Person person, CommandContext context) {
        check(shop, person);
        var problem = ProductListing.problem(productId);
        if (problem.isPresent())
            throw new InvalidFieldException(List.of(problem.get()), null);
        var from = system == null ? null : new Sku.Owner(system, systemRevision);
        return answer(listProduct.handle(shop, productId, listing.page(), from, context).orThrow().stored());
    }

    @DeleteMapping("/{productId}/owner")
    @PreAuthorize("hasRole('supervisor')")
    @Operation(summary = "Takes a product from the system that owns it; from then on it is edited here")
    ResponseEntity<ProductView> disown(@PathVariable String productId, @RequestParam String shop, Person person,
            CommandContext context) {
        check(shop, person);
        return answer(listProduct.disown(shop, productId, context).orThrow().stored());
    }

    @PostMapping("/{productId}/withdrawal")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "Takes a product off sale with all of its SKUs", description = "Also one that another system owns; what it sends does not put it back on sale.")
    ResponseEntity<ProductView> withdraw(@PathVariable String productId, @RequestParam String shop, Person person,
            CommandContext context) {
        check(shop, person);
        return answer(listProduct.withdraw(shop, productId, true, context).orThrow().stored());
    }

    @DeleteMapping("/{productId}/withdrawal")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "Puts a product back on sale; each of its SKUs is then sold as its own page says")
    ResponseEntity<ProductView> restore(@PathVariable String productId, @RequestParam String shop, Person person,
            CommandContext context) {
        check(shop, person);
        return answer(listProduct.withdraw(shop, productId, false, context).orThrow().stored());
    }

    @GetMapping
    @Operation(summary = "The products of a shop by id, or those of a category", description = "Buyers see what is on sale in the market (without one, in the shop's own); staff see all, of a market or of all.")
    Page<ProductView> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable @Pattern(regexp = COUNTRY) String market,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        var wanted = new ProductList.Wanted(category, market(shop, market, person), person.isBuyer());
        return list.page(shop, wanted, Cursor.read(after, 1), limit).map(ProductView::of);
    }

    @GetMapping("/{productId}")
    @Operation(summary = "One product", description = "To buyers there is none that is not on sale in the market (without one, in the shop's own).")
    ResponseEntity<ProductView> get(@PathVariable String productId, @RequestParam String shop,
            @RequestParam(required = false) @Nullable @Pattern(regexp = COUNTRY) String market, Person person) {
        return answer(visible(productId, shop, market(shop, market, person), person));
    }

    @GetMapping("/{productId}/skus")
    @Operation(summary = "The SKUs of a product by code, with live stock", description = "Buyers see what is on sale in the market (without one, in the shop's own); what is sold out there is among it, and says so.")
    Page<SkuView> skus(@PathVariable String productId, @RequestParam String shop,
            @RequestParam(required = false) @Nullable @Pattern(regexp = COUNTRY) String market,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        var in = market(shop, market, person);
        visible(productId, shop, in, person);
        return skus
                .page(new SkuList.Wanted(shop, productId, person.isBuyer() ? in : null), Cursor.read(after, 1), limit)
                .map(sku -> SkuView.of(sku, stock.of(shop, sku.sku()), person));
    }

    @GetMapping("/{productId}/versions/{revision}")
    @Operation(summary = "A product as it was in one revision: what the page of an order line's SKU was of")
    VersionView version(@PathVariable String productId, @PathVariable int revision, @RequestParam String shop,
            Person person) {
        if (!person.isIn(shop))
            throw ProblemException.notFound();
        return versions.find(Product.id(shop, productId), revision)
                .map(version -> VersionView.of(shop, productId, version)).orElseThrow(ProblemException::notFound);
    }

    private Stored<Product> visible(String productId, String shop, @Nullable String market, Person person) {
        return products.find(Product.id(shop, productId))
                .filter(found -> !person.isBuyer() || found.aggregate().onSale())
                .filter(found -> market == null || found.aggregate().soldIn(market))
                .orElseThrow(ProblemException::notFound);
    }

    /** Where it would be bought; of a shop that is not the caller's there is nothing to tell. */
    private @Nullable String market(String shop, @Nullable String market, Person person) {
        if (!person.isIn(shop))
            throw ProblemException.notFound();
        return market == null && person.isBuyer() ? shops.of(shop).region() : market;
    }

    private static void check(String shop, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
    }

    private static ResponseEntity<ProductView> answer(Stored<Product> stored) {
        return Etags.ok(stored, ProductView.of(stored.aggregate()));
    }
}
