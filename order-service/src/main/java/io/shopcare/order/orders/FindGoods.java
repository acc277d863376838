package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.SeenPage;
import io.shopcare.order.catalogue.Selling;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.orders.PlaceOrder.WantedLine;
import io.shopcare.order.orders.Pricing.Wanted;
import io.shopcare.platform.store.Rejection;

/** Finds what a buyer wants in the catalogue, and whether it may be sold as it was seen. */
@Component
public class FindGoods {
    private final Catalogue catalogue;
    private final SeenPage seen;

    public FindGoods(Catalogue catalogue, SeenPage seen) {
        this.catalogue = catalogue;
        this.seen = seen;
    }

    /** What was found. */
    sealed interface Found {
        /** All of it can be sold. */
        record Goods(List<Wanted> wanted) implements Found {}

        /** Some of it can't, for this reason. */
        record Refused(Rejection why) implements Found {}
    }

    /**
     * @param country where it would go; null while that is not known
     * @param isHeld  whether stock is held for it: then it does not matter that nothing else is left
     */
    Found find(String shop, List<WantedLine> lines, @Nullable String country, boolean isHeld) {
        var wanted = new ArrayList<Wanted>();
        for (var line : lines) {
            var sku = catalogue.find(shop, line.sku());
            if (sku.isEmpty())
                return refused("sku-unknown", line);
            var objection = objection(sku.get(), line, country, isHeld);
            if (objection.isPresent())
                return new Found.Refused(objection.get());
            wanted.add(new Wanted(sku.get(), line.quantity(), line.exceptionConfirmed()));
        }
        return new Found.Goods(wanted);
    }

    private Optional<Rejection> objection(Sku sku, WantedLine line, @Nullable String country,
            boolean isHeld) {
        if (isHeld ? !sku.onSale() : sku.selling() == Selling.OFF_SALE)
            return Optional.of(Rejection.rule("sku-off-sale", Map.of("sku", line.sku())));
        if (country != null && !sku.soldIn(country))
            return Optional.of(Rejection.rule("not-sold-there", Map.of("sku", line.sku(), "country", country)));
        return line.seen() == null ? Optional.empty() : seen.objection(sku, line.seen(), country);
    }

    private static Found refused(String code, WantedLine line) {
        return new Found.Refused(Rejection.rule(code, Map.of("sku", line.sku())));
    }
}
