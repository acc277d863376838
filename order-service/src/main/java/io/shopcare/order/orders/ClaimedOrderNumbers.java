package io.shopcare.order.orders;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Shops;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Claims;

/**
 * Prefix of the shop, its day, and six digits that follow from the order's id; whoever finds a number taken takes the
 * next that follows. No counter, so no queue before it.
 */
@Component
class ClaimedOrderNumbers implements OrderNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final Claims claims;
    private final Shops shops;

    ClaimedOrderNumbers(Claims claims, Shops shops) {
        this.claims = claims;
        this.shops = shops;
    }

    @Override
    public String of(String shop, String orderId, Instant placedAt) {
        var settings = shops.of(shop);
        var day = settings.prefix() + DAY.format(placedAt.atZone(settings.zone()));
        for (int attempt = 0;; attempt++) {
            var number = "%s-%06d".formatted(day, digits(orderId, attempt));
            if (claims.claim("order-no/" + shop + "/" + number, orderId).equals(orderId))
                return number;
        }
    }

    private static long digits(String orderId, int attempt) {
        var digest = Ids.digest("order-no", orderId, Integer.toString(attempt));
        return Long.parseLong(digest.substring(0, 12), 16) % 1_000_000;
    }
}
