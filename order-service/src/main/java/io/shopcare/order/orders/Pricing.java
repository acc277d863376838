package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.catalogue.Selling;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.offers.Basket;
import io.shopcare.order.offers.Calculation;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;

/** Lines as they are sold: at the calculated price, with the page as it was seen (O3). */
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

        Basket.Item item(String lineId) {
            var page = sku.page();
            return new Basket.Item(lineId, sku.sku(), page.productId(), page.category(), page.price(), quantity);
        }
    }

    static List<OrderLine> lines(List<Wanted> wanted, Calculation price, Instant at) {
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> line(wanted.get(i), price.lines().get(i), at)).toList();
    }

    private static OrderLine line(Wanted wanted, Calculation.Line line, Instant at) {
        var page = wanted.sku().page();
        return new OrderLine(line.lineId(), wanted.sku().sku(), wanted.quantity(), page.price(), line.discount(),
                line.amount(), page.grams(), asSeen(wanted, at), LineProgress.NONE);
    }

    /** The exception counts only with the buyer's own confirmation for this purchase. */
    private static ProductSnapshot asSeen(Wanted wanted, Instant at) {
        var page = wanted.sku().snapshot();
        var terms = page.returnTerms();
        return page.on(new ReturnTerms(terms.excluded(), terms.conditional(), confirmation(wanted, terms, at),
                terms.intact(), terms.days()));
    }

    private static @Nullable Instant confirmation(Wanted wanted, ReturnTerms terms, Instant at) {
        return terms.conditional() != null && wanted.confirmed() ? at : null;
    }
}
