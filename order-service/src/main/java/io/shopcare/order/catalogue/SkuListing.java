package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.FieldProblem;

/** What a person, a file or another system says of a SKU. */
public record SkuListing(@Nullable @Size(max = 200) String productId, @NotBlank @Size(max = 200) String title,
        @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String category,
        @NotNull Money price, @Positive @Max(10_000_000) int grams, @Nullable ReturnTerms returnTerms,
        boolean onSale, @Nullable Money floor,
        @Nullable @Size(max = 50) List<@Pattern(regexp = "[A-Z]{2}") String> markets,
        @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 200) String> facts,
        @Nullable @Size(max = 20) List<@Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> services,
        @Nullable WhenGone whenGone,
        @Nullable @Size(max = 50) Map<String, @NotNull @Valid InMarket> inMarkets) {

    /** What is said otherwise to a market; what it leaves out is as everywhere. */
    @Schema(name = "SkuListingInMarket")
    public record InMarket(
            @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 200) String> facts,
            @Nullable Money floor) {
        Sku.InMarket said() {
            return new Sku.InMarket(facts == null ? Map.of() : facts, floor);
        }
    }

    private static final int CODE_LENGTH = 64;

    /** The page that it makes. */
    public Sku.Page page(String sku) {
        return new Sku.Page(productId == null ? sku : productId, title, category, price, grams,
                returnTerms == null ? ReturnTerms.ordinary() : returnTerms, onSale, floor,
                markets == null ? List.of() : markets, facts == null ? Map.of() : facts,
                services == null ? List.of() : services, whenGone, said());
    }

    private Map<String, Sku.InMarket> said() {
        var said = new TreeMap<String, Sku.InMarket>();
        if (inMarkets != null)
            inMarkets.forEach((country, there) -> said.put(country, there.said()));
        return said;
    }

    /** What is wrong with it beyond the form of its fields. */
    public Optional<FieldProblem> problem(String sku, Shops.Shop shop) {
        if (sku.length() > CODE_LENGTH || !sku.matches("[0-9A-Za-z][0-9A-Za-z_-]*"))
            return wrong("sku", "malformed");
        return problem("price", price, shop).or(() -> problem("floor", floor, shop)).or(() -> said().entrySet().stream()
                .flatMap(there -> problem("inMarkets." + there.getKey(), there.getKey(), there.getValue(), shop)
                        .stream())
                .findFirst());
    }

    private static Optional<FieldProblem> problem(String field, String country, Sku.InMarket there, Shops.Shop shop) {
        return country.matches("[A-Z]{2}") ? problem(field + ".floor", there.floor(), shop) : wrong(field, "malformed");
    }

    private static Optional<FieldProblem> problem(String field, @Nullable Money money, Shops.Shop shop) {
        if (money == null)
            return Optional.empty();
        if (!money.currency().equals(shop.currency()))
            return Optional.of(new FieldProblem(field, "wrong-currency", Map.of("currency", shop.currency())));
        return money.isPositive() ? Optional.empty() : wrong(field, "not-positive");
    }

    private static Optional<FieldProblem> wrong(String field, String reason) {
        return Optional.of(new FieldProblem(field, reason, Map.of()));
    }
}
