package io.shopcare.order.imports;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Address;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;

/**
 * What the platform's sheets last told of an order: news is what differs from it, not from what we changed here since.
 *
 * @param address digest of where it goes there
 * @param remark  digest of the buyer's words there
 * @param status  that was news; null while it is simply paid
 * @param changes so far; the next one's hold has its id from it
 */
record LastTold(String orderId, String shop, String address, String remark, @Nullable PlatformNews status,
        int changes) {

    /** Nothing yet but the sheet that it was placed from. */
    static LastTold placing(Order order) {
        var sale = order.sale();
        return new LastTold(order.orderId(), sale.shop(), digest(sale.address()), digest(sale.remark()), null, 0);
    }

    /** Paid, as another sheet tells it. @param words null where it tells none: that is no news */
    LastTold paid(Address where, @Nullable String words) {
        return changed(digest(where), words == null ? remark : digest(words), null);
    }

    LastTold is(PlatformNews news) {
        return changed(address, remark, news);
    }

    private LastTold changed(String where, String words, @Nullable PlatformNews now) {
        var next = new LastTold(orderId, shop, where, words, now, changes);
        return next.equals(this) ? this : new LastTold(orderId, shop, where, words, now, changes + 1);
    }

    private static String digest(Address where) {
        return Ids.digest(Json.STORED.valueToTree(where).toString());
    }

    private static String digest(@Nullable String words) {
        return Ids.digest(words == null ? "" : words);
    }
}
