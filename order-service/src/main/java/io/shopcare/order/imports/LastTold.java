package io.shopcare.order.imports;

import java.util.ArrayList;
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
 * @param sellerRemark digest of what the shop's people noted there; null where it was told before this was kept
 * @param shipping digest of how it travels; null where no sheet said so yet
 */
record LastTold(String orderId, String shop, String address, String remark, @Nullable PlatformNews status,
        int changes, @Nullable String lines, @Nullable String sellerRemark, @Nullable String shipping) {

    /**
     * What a sheet says of a paid order.
     *
     * @param remark       of the buyer; null where it tells none: that is no news
     * @param sellerRemark of the shop's people; null as well
     * @param shipping     how it is to travel; null as well
     */
    record Said(Address address, @Nullable String remark, @Nullable String sellerRemark, @Nullable String shipping) {}

    /** Of an order that nobody noted a sheet of: what it says itself. */
    static LastTold placing(Order order) {
        var sale = order.sale();
        return new LastTold(order.orderId(), sale.shop(), digest(sale.address()), digest(sale.remark()), null, 0,
                digest(order.lines().stream().map(line -> new Bought(order.boughtAs(line), line.quantity(),
                        line.amount())).toList()),
                null, null);
    }

    /** Nothing yet but the sheet that it was placed from. */
    static LastTold placing(Order order, Said said) {
        var told = placing(order);
        return new LastTold(told.orderId, told.shop, told.address, told.remark, null, 0, told.lines,
                digest(said.sellerRemark()), said.shipping() == null ? null : digest(said.shipping()));
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
     * @param whole whether all of it is; what the sheet tells of its other rows is told beside
     */
    LastTold paid(Said said, boolean whole) {
        return changed(new LastTold(orderId, shop, digest(said.address()), or(said.remark(), remark),
                whole ? null : status, changes, lines, orNull(said.sellerRemark(), sellerRemark),
                orNull(said.shipping(), shipping)));
    }

    LastTold is(PlatformNews news) {
        return changed(new LastTold(orderId, shop, address, remark, news, changes, lines, sellerRemark, shipping));
    }

    private LastTold changed(LastTold next) {
        return next.equals(this)
                ? this
                : new LastTold(orderId, shop, next.address, next.remark, next.status, changes + 1, lines,
                        next.sellerRemark, next.shipping);
    }

    /** What a paid order is held for; what was not known before is no news. */
    List<PlatformNews> since(LastTold before) {
        var news = new ArrayList<PlatformNews>();
        if (!address.equals(before.address))
            news.add(PlatformNews.ADDRESS_CHANGED);
        if (!remark.equals(before.remark))
            news.add(PlatformNews.REMARK_CHANGED);
        if (before.sellerRemark != null && !before.sellerRemark.equals(sellerRemark))
            news.add(PlatformNews.SELLER_REMARK_CHANGED);
        if (before.shipping != null && !before.shipping.equals(shipping))
            news.add(PlatformNews.LOGISTICS_CHANGED);
        return news;
    }

    private static String or(@Nullable String said, String before) {
        return said == null ? before : digest(said);
    }

    private static @Nullable String orNull(@Nullable String said, @Nullable String before) {
        return said == null ? before : digest(said);
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
