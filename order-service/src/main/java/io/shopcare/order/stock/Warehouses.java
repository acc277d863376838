package io.shopcare.order.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.store.Rejection;

/**
 * Chooses from where an order is served: one warehouse that has all of it, the first by name. Where none has, and the shop wants
 * it so (O14), two of which each SKU is whole in one, so that the first parcel takes as many SKUs as may be.
 */
final class Warehouses {

    /** Where from, or why not. */
    sealed interface Choice {
        /** From here. */
        record From(List<StockLine> lines) implements Choice {}

        /** No warehouse has all of it; the reason names the first SKU that is short. */
        record Nowhere(Rejection why) implements Choice {}
    }

    private final StockLevels levels;
    private final Scattering scattering;

    Warehouses(StockLevels levels, Scattering scattering) {
        this.levels = levels;
        this.scattering = scattering;
    }

    /**
     * @param demand units per SKU, summed over the lines of the order
     * @param only   the warehouse that counts for a SKU; any for those that are not in it
     */
    Choice choose(String shop, SortedMap<String, Integer> demand, Map<String, String> only) {
        var having = new TreeMap<String, List<StockLine>>();
        for (var wanted : demand.entrySet()) {
            int most = 0;
            for (var stock : levels.of(shop, wanted.getKey())) {
                if (!only.getOrDefault(wanted.getKey(), stock.warehouse()).equals(stock.warehouse()))
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
                .or(() -> isScattered(only) || scattering.isAllowed(shop)
                        ? fromTwo(having.values(), demand.size())
                        : Optional.empty())
                .<Choice>map(Choice.From::new)
                .orElseGet(() -> new Choice.Nowhere(Rejection.notNow("stock-scattered")));
    }

    /** Goods that were in two warehouses before stay in them, whatever the shop wants by now. */
    private static boolean isScattered(Map<String, String> only) {
        return only.values().stream().distinct().count() > 1;
    }

    /** @param having what each warehouse has whole, in the order of their names */
    private static Optional<List<StockLine>> fromTwo(Collection<List<StockLine>> having, int wanted) {
        return having.stream().sorted(Comparator.comparing((List<StockLine> lines) -> lines.size()).reversed())
                .flatMap(first -> having.stream().map(other -> both(first, other)))
                .filter(both -> both.size() == wanted).findFirst();
    }

    private static List<StockLine> both(List<StockLine> first, List<StockLine> other) {
        var taken = first.stream().map(StockLine::sku).toList();
        return Stream.concat(first.stream(), other.stream().filter(line -> !taken.contains(line.sku()))).toList();
    }
}
