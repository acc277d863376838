package io.shopcare.order.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.store.Rejection;

/** Chooses from where an order is served: one warehouse that has all of it, the first by name. */
final class Warehouses {

    /** Where from, or why not. */
    sealed interface Choice {
        /** From here. */
        record From(List<StockLine> lines) implements Choice {}

        /** No warehouse has all of it; the reason names the first SKU that is short. */
        record Nowhere(Rejection why) implements Choice {}
    }

    private final StockLevels levels;

    Warehouses(StockLevels levels) {
        this.levels = levels;
    }

    /**
     * @param demand units per SKU, summed over the lines of the order
     * @param only   the warehouse that counts; null where all do
     */
    Choice choose(String shop, SortedMap<String, Integer> demand, @Nullable String only) {
        var having = new TreeMap<String, List<StockLine>>();
        for (var wanted : demand.entrySet()) {
            int most = 0;
            for (var stock : levels.of(shop, wanted.getKey())) {
                if (only != null && !only.equals(stock.warehouse()))
                    continue;
                int available = stock.figures().available();
                most = Math.max(most, available);
                if (available >= wanted.getValue())
                    having.computeIfAbsent(stock.warehouse(), warehouse -> new ArrayList<>())
                            .add(new StockLine(wanted.getKey(), stock.warehouse(), wanted.getValue()));
            }
            if (most < wanted.getValue())
                return new Choice.Nowhere(Rejection.notNow("stock-short", Map.of("sku", wanted.getKey(), "wanted",
                        wanted.getValue(), "available", most)));
        }
        return having.values().stream().filter(lines -> lines.size() == demand.size()).findFirst()
                .<Choice>map(Choice.From::new)
                .orElseGet(() -> new Choice.Nowhere(Rejection.notNow("stock-scattered")));
    }
}
