package io.shopcare.order.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** SKUs over HTTP: for buyers, for those who keep the catalogue, for other services. */
@RestController
@RequestMapping("/api/order/skus")
@Tag(name = "Catalogue")
class SkuController {
    /**
     * A page as it was.
     *
     * @param floor   told to staff only
     * @param product what it followed of its product; null while there was none
     */
    record VersionView(String shop, String sku, int revision, String productId, String title, String category,
            Money price, int grams, ReturnTerms returnTerms, boolean onSale, Selling selling, @Nullable Money floor,
            List<String> markets, Map<String, String> facts, List<String> services, Sku.@Nullable OfProduct product,
            Instant since, Map<String, Sku.InMarket> inMarkets) {

        static VersionView of(String shop, String sku, SkuVersion version, Person person) {
            var page = version.page();
            return new VersionView(shop, sku, version.revision(), page.productId(), page.title(), page.category(),
                    page.price(), page.grams(), page.returnTerms(), page.onSale(), version.selling(),
                    person.worksIn(shop) ? page.floor() : null, page.markets(), page.facts(), page.services(),
                    version.product(), version.at(), SkuView.inMarkets(page, person.worksIn(shop)));
        }
    }

    private final AggregateStore<Sku> skus;
    private final ListSku listSku;
    private final SkuList list;
    private final SkuVersions versions;
    private final LiveStock stock;
    private final Shops shops;

    SkuController(AggregateStore<Sku> skus, ListSku listSku, SkuList list, SkuVersions versions, LiveStock stock,
            Shops shops) {
        this.skus = skus;
        this.listSku = listSku;
        this.list = list;
        this.versions = versions;
        this.stock = stock;
        this.shops = shops;
    }

    @PutMapping("/{sku}")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "Lists a SKU, or revises what is said of it", description = "productId names the product of which it is a variant; without, it is its own. With system (and its own revision) it comes from another system, which owns it from then on; without, it is edited here, which the owner's are refused.")
    ResponseEntity<SkuView> put(@PathVariable String sku, @RequestParam String shop,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String system,
            @RequestParam(required = false) @Nullable Long systemRevision,
            @RequestBody @Valid SkuListing listing, Person person, CommandContext context) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        listing.problem(sku, shops.of(shop)).ifPresent(SkuController::refuse);
        var from = system == null ? null : new Sku.Owner(system, systemRevision);
        var page = listing.page(sku);
        if (from == null)
            listSku.problem(shop, sku, page).ifPresent(SkuController::refuse);
        return answer(listSku.handle(shop, sku, page, from, context).orThrow().stored(), person);
    }

    @DeleteMapping("/{sku}/owner")
    @PreAuthorize("hasRole('supervisor')")
    @Operation(summary = "Takes a SKU from the system that owns it; from then on it is edited here")
    ResponseEntity<SkuView> disown(@PathVariable String sku, @RequestParam String shop, Person person,
            CommandContext context) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return answer(listSku.disown(shop, sku, context).orThrow().stored(), person);
    }

    @GetMapping
    @Operation(summary = "The SKUs of a shop by code, or those of one product, with live stock")
    Page<SkuView> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String productId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.isIn(shop))
            throw ProblemException.notFound();
        return list.page(new SkuList.Wanted(shop, productId, null), Cursor.read(after, 1), limit)
                .map(sku -> SkuView.of(sku, stock.of(shop, sku.sku()), person));
    }

    @GetMapping("/{sku}")
    @Operation(summary = "One SKU with live stock")
    ResponseEntity<SkuView> get(@PathVariable String sku, @RequestParam String shop, Person person) {
        return answer(skus.find(Sku.id(shop, sku)).filter(found -> person.isIn(shop))
                .orElseThrow(ProblemException::notFound), person);
    }

    @GetMapping("/{sku}/versions/{revision}")
    @Operation(summary = "The page as it was in one revision: what an order line's buyer saw")
    VersionView version(@PathVariable String sku, @PathVariable int revision, @RequestParam String shop,
            Person person) {
        return versions.find(shop, sku, revision).filter(found -> person.isIn(shop))
                .map(version -> VersionView.of(shop, sku, version, person)).orElseThrow(ProblemException::notFound);
    }

    private static void refuse(FieldProblem problem) {
        throw new InvalidFieldException(List.of(problem), null);
    }

    private ResponseEntity<SkuView> answer(Stored<Sku> stored, Person person) {
        var sku = stored.aggregate();
        return Etags.ok(stored, SkuView.of(sku, stock.of(sku.shop(), sku.sku()), person));
    }
}
