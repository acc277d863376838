package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * By which rules each shop goes.
 *
 * @param shops by id
 * @param other for a shop that is not listed
 */
@Validated
@ConfigurationProperties("shopcare.aftersale.policies")
public record PolicySettings(Map<String, @Valid ShopRules> shops, @Valid ShopRules other) {

    /**
     * @param packs           names of the packs, each with the countries for which it holds
     * @param zone            in which days are counted
     * @param language        in which a buyer is told whose language is not known: {@code zh-CN} or {@code en}
     * @param returnWarehouse where goods come back to when the warehouse that sent them is not known
     */
    public record ShopRules(@NotEmpty List<String> packs, ZoneId zone,
            @Pattern(regexp = "zh-CN|en") String language, @NotBlank String returnWarehouse) {}

    public PolicySettings {
        shops = Map.copyOf(shops);
    }

    /** The rules of a shop. */
    public ShopRules of(String shop) {
        return shops.getOrDefault(shop, other);
    }

    /** The packs in force for a purchase in a shop. */
    public Policies inForce(PolicyBook book, String shop, String country, String channel, Instant purchase) {
        var rules = of(shop);
        return book.inForce(rules.packs(), country, channel, purchase, rules.zone());
    }
}
