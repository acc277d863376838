package io.shopcare.order.offers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Shops;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.FieldProblem;

/**
 * What a person, a file or another system says of an offer. It has one of {@code discount}, {@code threshold},
 * {@code bundle}.
 *
 * @param coupon     whether buyers have to name it
 * @param skus       goods that it is given on, with products and categories; all where none is named
 * @param units      of them that have to be bought at least
 * @param channels   in which it is given; all where none is named
 * @param total      times in all
 * @param perBuyer   times for one buyer
 */
public record OfferTerms(@NotBlank @Size(max = 100) String name, @Nullable @Valid Discount discount,
        @Nullable @Valid Threshold threshold, @Nullable @Valid Bundle bundle, boolean coupon,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 64) String> skus,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> products,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> categories,
        @Nullable @Positive @Max(10_000) Integer units,
        @Nullable @Size(max = 20) List<@Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String> channels,
        @NotNull Instant from, @NotNull Instant until, @Nullable @Positive @Max(10_000) Integer total,
        @Nullable @Positive @Max(1_000) Integer perBuyer) {

    /** @param perMille taken off: 120 for 12 %, which is 8.8 折 */
    @Schema(name = "DiscountTerms")
    public record Discount(@Min(1) @Max(999) int perMille) {}

    /** @param repeats whether it is given each time that the amount is reached */
    @Schema(name = "ThresholdTerms")
    public record Threshold(@NotNull Money spend, @NotNull Money off, boolean repeats) {}

    /** @param price of one set */
    @Schema(name = "BundleTerms")
    public record Bundle(@NotEmpty @Size(max = 20) List<@Valid Part> parts, @NotNull Money price) {}

    /** So many units of a SKU in a set. */
    @Schema(name = "BundlePartTerms")
    public record Part(@NotBlank @Size(max = 64) String sku, @Positive @Max(100) int quantity) {}

    /** The terms that it makes. */
    public Terms terms() {
        return new Terms(name, benefit(), coupon, new Terms.Goods(orNone(skus), orNone(products), orNone(categories)),
                units == null ? 1 : units, orNone(channels), from, until, new Terms.Limits(total, perBuyer));
    }

    /** What is wrong with it beyond the form of its fields. */
    public Optional<FieldProblem> problem(String offerId, Shops.Shop shop) {
        if (!offerId.matches("[0-9A-Za-z][0-9A-Za-z_-]{0,63}"))
            return wrong("offerId", "malformed");
        if ((discount == null ? 0 : 1) + (threshold == null ? 0 : 1) + (bundle == null ? 0 : 1) != 1)
            return wrong("discount", "one-benefit-only");
        if (!from.isBefore(until))
            return wrong("until", "malformed");
        if (threshold != null)
            return money("threshold.spend", threshold.spend(), shop, true)
                    .or(() -> money("threshold.off", threshold.off(), shop, false))
                    .or(() -> threshold.repeats() ? eachTime(threshold) : Optional.empty());
        if (bundle == null)
            return Optional.empty();
        boolean isTwice = bundle.parts().stream().map(Part::sku).distinct().count() < bundle.parts().size();
        return isTwice ? wrong("bundle.parts", "duplicate") : money("bundle.price", bundle.price(), shop, false);
    }

    private Benefit benefit() {
        if (discount != null)
            return new Benefit.Discount(discount.perMille());
        if (threshold != null)
            return new Benefit.Threshold(threshold.spend(), threshold.off(), threshold.repeats());
        if (bundle == null)
            throw new IllegalStateException("asked before it was looked at");
        return new Benefit.Bundle(bundle.parts().stream().map(part -> new Benefit.Part(part.sku(), part.quantity()))
                .toList(), bundle.price());
    }

    /** What is given for each amount spent can't be more than it. */
    private static Optional<FieldProblem> eachTime(Threshold threshold) {
        if (!threshold.spend().isPositive())
            return wrong("threshold.spend", "not-positive");
        return threshold.off().compareTo(threshold.spend()) > 0
                ? Optional.of(new FieldProblem("threshold.off", "too-large",
                        java.util.Map.of("max", threshold.spend().text())))
                : Optional.empty();
    }

    private static Optional<FieldProblem> money(String field, Money money, Shops.Shop shop, boolean mayBeZero) {
        if (!money.currency().equals(shop.currency()))
            return Optional.of(new FieldProblem(field, "wrong-currency",
                    java.util.Map.of("currency", shop.currency())));
        return money.isPositive() || mayBeZero && money.isZero() ? Optional.empty() : wrong(field, "not-positive");
    }

    private static Optional<FieldProblem> wrong(String field, String reason) {
        return Optional.of(new FieldProblem(field, reason, java.util.Map.of()));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
