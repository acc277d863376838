package io.shopcare.order.orders;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shopcare.order.trade.Address;
import io.shopcare.platform.ids.Ids;

/**
 * What makes orders alike, as digests that an index can find. They follow from the order: an address or a line that is
 * changed later changes them too. Stored ones are believed: another way of reckoning them has to reckon those anew.
 *
 * @param household the same for orders of one buyer to one address and receiver
 * @param purchase  the same for those of them with the same items
 */
public record Fingerprints(String household, String purchase) {
    /** Not worked out yet. */
    static final Fingerprints UNKNOWN = new Fingerprints("", "");

    static Fingerprints of(Sale sale, List<OrderLine> lines) {
        var buyer = sale.buyer();
        var household = Ids.digest(sale.shop(), buyer.channel(), buyer.buyerId(), place(sale.address()));
        var items = new TreeMap<String, Integer>();
        lines.forEach(line -> items.merge(line.sku(), line.quantity(), Integer::sum));
        return new Fingerprints(household, Ids.digest(household, items.toString()));
    }

    /** Spaces, case and how the parts are divided do not make another address. */
    private static String place(Address address) {
        var parts = Stream.of(address.country(), text(address.province()), text(address.city()),
                text(address.district()), text(address.street()) + address.detail(), address.name());
        return parts.map(part -> part.toLowerCase(Locale.ROOT).replaceAll("[\\s,，]+", ""))
                .collect(Collectors.joining("|")) + "|" + address.phone().replaceAll("[^0-9]", "");
    }

    private static String text(@org.jspecify.annotations.Nullable String part) {
        return part == null ? "" : part;
    }
}
