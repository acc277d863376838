package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;

import static io.shopcare.acceptance.failure.Evidence.number;
import static io.shopcare.acceptance.failure.Evidence.state;

/** The ledger of movements adds up to the figures of every stock; nothing is available that is not there. */
final class StockAddsUp implements Check {
    private static final List<String> FIGURES = List.of("onHand", "reserved", "allocated", "damaged");

    @Override
    public String name() {
        return "no stock is oversold, the ledger adds up";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        Map<String, List<Document>> ledger = evidence.all("order.stock_movements").stream()
                .collect(Collectors.groupingBy(entry -> entry.getString("parent")));
        return evidence.all("order.stocks").stream().flatMap(stock -> {
            var id = stock.getString("_id");
            var entries = ledger.getOrDefault(id, List.of());
            var sums = FIGURES.stream().filter(figure -> entries.stream().mapToLong(entry -> number(entry, figure))
                    .sum() != number(state(stock), "figures." + figure))
                    .map(figure -> id + ": the ledger does not add up to " + figure + " "
                            + number(state(stock), "figures." + figure));
            long available = number(state(stock), "figures.onHand") - number(state(stock), "figures.reserved")
                    - number(state(stock), "figures.allocated");
            var oversold = available < 0 || available != number(state(stock), "figures.available")
                    ? Stream.of(id + " has " + available + " available")
                    : Stream.<String>empty();
            var entriesLost = entries.size() != number(state(stock), "movements")
                    ? Stream.of(id + " counts " + number(state(stock), "movements") + " movements, the ledger "
                            + entries.size())
                    : Stream.<String>empty();
            return Stream.of(sums, oversold, entriesLost).flatMap(found -> found);
        });
    }
}
