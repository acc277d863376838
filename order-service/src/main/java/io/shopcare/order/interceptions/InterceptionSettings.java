package io.shopcare.order.interceptions;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.shopcare.platform.money.Money;

/**
 * @param impossible     carriers that intercept nothing
 * @param redirectPrices of each carrier for sending a parcel elsewhere, in the order's currency; none for the default
 * @param redirectPrice  of carriers without a price of their own
 * @param payWithin      until when a buyer may pay it
 */
@Validated
@ConfigurationProperties("shopcare.logistics.interceptions")
record InterceptionSettings(@DefaultValue List<String> impossible, @DefaultValue Map<String, String> redirectPrices,
        @DefaultValue("12.00") String redirectPrice, @DefaultValue("24h") Duration payWithin) {

    Money redirectPrice(String carrier, String currency) {
        return Money.of(redirectPrices.getOrDefault(carrier, redirectPrice), currency);
    }
}
