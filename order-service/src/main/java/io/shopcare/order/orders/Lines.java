package io.shopcare.order.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import io.shopcare.order.trade.LineQuantity;

/** Changes to some of an order's lines. */
final class Lines {
    private Lines() {}

    static List<OrderLine> change(List<OrderLine> lines, List<LineQuantity> parts,
            BiFunction<LineProgress, Integer, LineProgress> step) {
        var units = units(parts);
        return lines.stream()
                .map(line -> units.containsKey(line.lineId())
                        ? line.with(step.apply(line.progress(), units.get(line.lineId())))
                        : line)
                .toList();
    }

    static Map<String, Integer> units(List<LineQuantity> parts) {
        return parts.stream().collect(Collectors.toMap(LineQuantity::lineId, LineQuantity::quantity, Integer::sum));
    }

    static Optional<OrderLine> find(List<OrderLine> lines, String lineId) {
        return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
    }
}
