package io.shopcare.order.trade;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.ProblemException;

/** @param shops settings of each shop by its id */
@Validated
@ConfigurationProperties("shopcare.order")
public record Shops(@NotEmpty Map<String, @Valid Shop> shops) {

    /**
     * @param prefix     of order numbers
     * @param currency   in which it sells
     * @param zone       whose days it counts
     * @param language   of what its buyers are told, unless their token says otherwise
     * @param region     its home market, whose phone numbers are written without a country code
     * @param freight    for one order, in text form
     * @param payWithin  until an unpaid order closes
     * @param shipWithin after payment: deadline of holds without a clock of their own
     * @param receipt    when its own orders are over by themselves
     * @param platforms  the same for orders imported from a platform, by its name
     */
    public record Shop(@Pattern(regexp = "[A-Z]{2,4}") String prefix,
            @DefaultValue("CNY") @Pattern(regexp = "[A-Z]{3}") String currency,
            @DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue("zh-CN") String language,
            @DefaultValue("CN") String region, @DefaultValue("0") String freight,
            @DefaultValue("24h") Duration payWithin, @DefaultValue("48h") Duration shipWithin,
            @DefaultValue ReceiptTerms receipt, @DefaultValue Map<String, ReceiptTerms> platforms) {

        /** When an order imported from this platform is over by itself. */
        public ReceiptTerms receiptOf(String platform) {
            return platforms.getOrDefault(platform, receipt);
        }

        /** Freight of one order. */
        public Money freightCharge() {
            return Money.of(freight, currency);
        }
    }

    /** The settings of a shop; a shop that nobody set up does not exist. */
    public Shop of(String shop) {
        var found = shops.get(shop);
        if (found == null)
            throw ProblemException.notFound();
        return found;
    }
}
