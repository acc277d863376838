package io.shopcare.order.imports;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Address;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;

/**
 * What the platform's sheets last told of an order: news is what differs from it, not from what we changed here since.
 *
 * @param address digest of where it goes there
 * @param remark  digest of the buyer's words there
 * @param status  that was news; null while it is simply paid
 * @param changes so far; the next one's hold has its id from it
 * @param lines   digest of what was bought there; null where it was told before this was kept
 */
record LastTold(String orderId, String shop, String address, String remark, @Nullable PlatformNews status,
        int changes, @Nullable String lines) {

    /** Nothing yet but the sheet that it was placed from. */
    static LastTold placing(Order order) {
        var sale = order.sale();
        return new LastTold(order.orderId(), sale.shop(), digest(sale.address()), digest(sale.remark()), null, 0,
                digest(order.lines().stream().map(line -> new Bought(order.boughtAs(line), line.quantity(),
                        line.amount())).toList()));
    }

    /** One line as a platform tells it. */
    record Bought(String sku, int quantity, Money amount) {}

    /** Whether this is what it was placed from; where nobody noted that, what the order says itself counts. */
    boolean isOf(Order order, List<Bought> told) {
        return Objects.requireNonNullElseGet(lines, () -> String.valueOf(placing(order).lines())).equals(digest(told));
    }

    /**
     * Paid, as another sheet tells it.
     *
     * @param words null where it tells none: that is no news
     * @param whole whether all of it is; what the sheet tells of its other rows is told beside
     */
    LastTold paid(Address where, @Nullable String words, boolean whole) {
        return changed(digest(where), words == null ? remark : digest(words), whole ? null : status);
    }

    LastTold is(PlatformNews news) {
        return changed(address, remark, news);
    }

    private LastTold changed(String where, String words, @Nullable PlatformNews now) {
        var next = new LastTold(orderId, shop, where, words, now, changes, lines);
        return next.equals(this) ? this : new LastTold(orderId, shop, where, words, now, changes + 1, lines);
    }

    private static String digest(List<Bought> lines) {
        return Ids.digest(lines.stream().map(line -> line.sku() + " " + line.quantity() + " " + line.amount())
                .toArray(String[]::new));
    }

    private static String digest(Address where) {
        return Ids.digest(Json.STORED.valueToTree(where).toString());
    }

    private static String digest(@Nullable String words) {
        return Ids.digest(words == null ? "" : words);
    }
}
