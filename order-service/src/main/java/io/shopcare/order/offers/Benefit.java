package io.shopcare.order.offers;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;

import io.shopcare.platform.money.Money;

/** What an offer takes off. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Benefit.Discount.class, name = "discount"),
        @JsonSubTypes.Type(value = Benefit.Threshold.class, name = "threshold"),
        @JsonSubTypes.Type(value = Benefit.Bundle.class, name = "bundle")})
public sealed interface Benefit {

    /**
     * A share of the price of each line (打折).
     *
     * @param perMille taken off: 120 for 12 %, which is 8.8 折
     */
    record Discount(int perMille) implements Benefit {}

    /**
     * An amount, once so much is bought (满减).
     *
     * @param spend   that is needed; zero for none
     * @param repeats whether it is given for each time that the amount is reached
     */
    record Threshold(Money spend, Money off, boolean repeats) implements Benefit {}

    /**
     * Several goods together for one price (套餐), as often as they are there.
     *
     * @param price of one set
     */
    record Bundle(List<Part> parts, Money price) implements Benefit {
        public Bundle {
            parts = List.copyOf(parts);
        }
    }

    /** So many units of a SKU in a set. */
    @Schema(name = "BundlePart")
    record Part(String sku, int quantity) {}
}
