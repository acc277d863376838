package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** SKUs over HTTP: for buyers, for those who keep the catalogue, for other services. */
@RestController
@RequestMapping("/api/order/skus")
@Tag(name = "Catalogue")
class SkuController {
    private static final int CODE_LENGTH = 64;

    record Listing(@Nullable @Size(max = 200) String productId, @NotBlank @Size(max = 200) String title,
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String category,
            @NotNull Money price, @Positive @Max(10_000_000) int grams, @Nullable ReturnTerms returnTerms,
            boolean onSale, @Nullable Money floor,
            @Nullable @Size(max = 50) List<@Pattern(regexp = "[A-Z]{2}") String> markets,
            @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 200) String> facts,
            @Nullable @Size(max = 20) List<@Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> services) {

        Sku.Page page(String sku) {
            return new Sku.Page(productId == null ? sku : productId, title, category, price, grams,
                    returnTerms == null ? ReturnTerms.ordinary() : returnTerms, onSale, floor,
                    markets == null ? List.of() : markets, facts == null ? Map.of() : facts,
                    services == null ? List.of() : services);
        }
    }

    /**
     * A SKU with what is there of it.
     *
     * @param floor told to staff only
     */
    record View(String shop, String sku, int revision, String productId, String title, String category, Money price,
            int grams, ReturnTerms returnTerms, boolean onSale, @Nullable Money floor, List<String> markets,
            Map<String, String> facts, List<String> services, LiveStock.Level stock) {

        static View of(Sku sku, LiveStock.Level stock, Person person) {
            var page = sku.page();
            return new View(sku.shop(), sku.sku(), sku.revision(), page.productId(), page.title(), page.category(),
                    page.price(), page.grams(), page.returnTerms(), page.onSale(),
                    person.worksIn(sku.shop()) ? page.floor() : null, page.markets(), page.facts(), page.services(),
                    stock);
        }
    }

    private final AggregateStore<Sku> skus;
    private final SkuList list;
    private final LiveStock stock;
    private final Shops shops;

    SkuController(AggregateStore<Sku> skus, SkuList list, LiveStock stock, Shops shops) {
        this.skus = skus;
        this.list = list;
        this.stock = stock;
        this.shops = shops;
    }

    @PutMapping("/{sku}")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "Lists a SKU, or revises what buyers are shown of it")
    ResponseEntity<View> put(@PathVariable String sku, @RequestParam String shop,
            @RequestBody @Valid Listing listing, Person person, CommandContext context) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        check(sku, listing, shops.of(shop));
        var page = listing.page(sku);
        var stored = skus.decideOrCreate(Sku.id(shop, sku), context, () -> Sku.list(shop, sku, page),
                known -> known.revise(page)).orThrow().stored();
        return Etags.ok(stored, View.of(stored.aggregate(), stock.of(shop, sku), person));
    }

    @GetMapping
    @Operation(summary = "The SKUs of a shop by code, with live stock")
    Page<View> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.isIn(shop))
            throw ProblemException.notFound();
        return list.page(shop, Cursor.read(after, 1), limit)
                .map(sku -> View.of(sku, stock.of(shop, sku.sku()), person));
    }

    @GetMapping("/{sku}")
    @Operation(summary = "One SKU with live stock")
    ResponseEntity<View> get(@PathVariable String sku, @RequestParam String shop, Person person) {
        var stored = skus.find(Sku.id(shop, sku)).filter(found -> person.isIn(shop))
                .orElseThrow(ProblemException::notFound);
        return Etags.ok(stored, View.of(stored.aggregate(), stock.of(shop, sku), person));
    }

    private static void check(String sku, Listing listing, Shops.Shop shop) {
        if (sku.length() > CODE_LENGTH || !sku.matches("[0-9A-Za-z][0-9A-Za-z_-]*"))
            throw new InvalidFieldException("sku", "malformed", null);
        if (!listing.price().currency().equals(shop.currency()))
            throw new InvalidFieldException("price", "wrong-currency", null);
        if (!listing.price().isPositive())
            throw new InvalidFieldException("price", "not-positive", null);
        var floor = listing.floor();
        if (floor != null && !floor.currency().equals(shop.currency()))
            throw new InvalidFieldException("floor", "wrong-currency", null);
        if (floor != null && !floor.isPositive())
            throw new InvalidFieldException("floor", "not-positive", null);
    }
}
