package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.catalogue.Selling;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.money.Money;

/** What lines cost: the price of the page, less each line's share of the discount, to the last unit (O3). */
final class Pricing {
    private Pricing() {}

    /**
     * A line that is to be priced.
     *
     * @param confirmed whether the buyer confirmed the exception from returns (rules.md R3)
     */
    record Wanted(Sku sku, int quantity, boolean confirmed) {
        /** Whether it is ordered before it is there. */
        boolean waits() {
            return sku.selling() == Selling.PRE_ORDER;
        }

        Money full() {
            return sku.page().price().times(quantity);
        }
    }

    static List<OrderLine> lines(List<Wanted> wanted, Money discount, Instant at) {
        var shares = discount.isZero()
                ? wanted.stream().map(line -> discount).toList()
                : discount.split(wanted.stream().map(line -> line.full().minor()).toList());
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < wanted.size(); i++)
            lines.add(line(Integer.toString(i + 1), wanted.get(i), shares.get(i), at));
        return lines;
    }

    static Money goods(List<Wanted> wanted, String currency) {
        return Money.sum(currency, wanted.stream().map(Wanted::full).toList());
    }

    private static OrderLine line(String lineId, Wanted wanted, Money discount, Instant at) {
        var page = wanted.sku().page();
        return new OrderLine(lineId, wanted.sku().sku(), wanted.quantity(), page.price(), discount,
                wanted.full().minus(discount), page.grams(), asSeen(wanted, at), LineProgress.NONE);
    }

    /** The exception counts only with the buyer's own confirmation for this purchase. */
    private static ProductSnapshot asSeen(Wanted wanted, Instant at) {
        var page = wanted.sku().snapshot();
        var terms = page.returnTerms();
        return new ProductSnapshot(page.productId(), page.revision(), page.title(), page.category(),
                new ReturnTerms(terms.excluded(), terms.conditional(), confirmation(wanted, terms, at),
                        terms.intact(), terms.days()));
    }

    private static @Nullable Instant confirmation(Wanted wanted, ReturnTerms terms, Instant at) {
        return terms.conditional() != null && wanted.confirmed() ? at : null;
    }
}
