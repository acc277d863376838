package io.shopcare.order.shortages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.stock.StockLevels;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.money.Money;

/**
 * What of an order ships, and what is paid back at the prices of the purchase (rules.md R6).
 *
 * @param keep units per SKU
 * @param back units and money of each line that is short
 */
public record Plan(Map<String, Integer> keep, List<LineAmount> back) {
    public Plan {
        keep = new TreeMap<>(keep);
        back = List.copyOf(back);
    }

    /**
     * As much as one warehouse has now; nothing to keep when none has any of it.
     *
     * @param only the warehouse that counts for a SKU; where they are two, each keeps what it has
     */
    static Plan of(Order order, StockLevels levels, Map<String, String> only) {
        var demand = new TreeMap<String, Integer>();
        order.lines().forEach(line -> demand.merge(line.sku(), line.toShip(), Integer::sum));
        var inWarehouses = new TreeMap<String, Map<String, Integer>>();
        demand.forEach((sku, wanted) -> levels.of(order.shop(), sku).forEach(stock -> {
            int units = Math.min(wanted, stock.figures().available());
            if (units > 0 && only.getOrDefault(sku, stock.warehouse()).equals(stock.warehouse()))
                inWarehouses.computeIfAbsent(stock.warehouse(), warehouse -> new TreeMap<>()).put(sku, units);
        }));
        boolean isScattered = only.values().stream().distinct().count() > 1;
        var keep = inWarehouses.values().stream().reduce(Map.of(),
                (one, other) -> isScattered ? both(one, other) : sum(other) > sum(one) ? other : one);
        return new Plan(keep, back(order, keep));
    }

    private static List<LineAmount> back(Order order, Map<String, Integer> keep) {
        var left = new HashMap<>(keep);
        var back = new ArrayList<LineAmount>();
        for (var line : order.lines()) {
            int kept = Math.min(line.toShip(), left.getOrDefault(line.sku(), 0));
            left.merge(line.sku(), -kept, Integer::sum);
            if (kept < line.toShip())
                back.add(back(order, line, line.toShip() - kept));
        }
        return back;
    }

    /** Units of a line are worth the same but for the last unit of money, whichever of them are paid back. */
    private static LineAmount back(Order order, OrderLine line, int units) {
        var balance = order.balance().line(line.lineId()).orElseThrow();
        var each = balance.left().split(java.util.Collections.nCopies(balance.units(), 1L));
        return new LineAmount(line.lineId(), units, Money.sum(balance.left().currency(), each.subList(0, units)));
    }

    Money amount(String currency) {
        return Money.sum(currency, back.stream().map(LineAmount::amount).toList());
    }

    private static Map<String, Integer> both(Map<String, Integer> one, Map<String, Integer> other) {
        var all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }

    private static int sum(Map<String, Integer> units) {
        return units.values().stream().mapToInt(Integer::intValue).sum();
    }
}
