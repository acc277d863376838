package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;

import io.shopcare.acceptance.failure.Accepted.Deed;

import static io.shopcare.acceptance.failure.Evidence.list;
import static io.shopcare.acceptance.failure.Evidence.number;
import static io.shopcare.acceptance.failure.Evidence.state;
import static io.shopcare.acceptance.failure.Evidence.text;

/** Every command that was answered with yes is in the database, once, as it was given. */
final class AcceptedIsStored implements Check {
    @Override
    public String name() {
        return "every accepted command is stored, once";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var orders = evidence.all("order.orders").stream()
                .collect(Collectors.toMap(order -> order.getString("_id"), Evidence::state));
        return Stream.of(
                placed(evidence, orders), paid(evidence, orders), cancelled(evidence, orders),
                shipped(evidence, orders),
                once(evidence, "order.stock_movements", entry -> text(entry, "reference.note"),
                        Deed.StockReceived.class, Deed.StockReceived::note, "goods received"),
                once(evidence, "presale.messages", message -> text(message, "text"), Deed.Said.class,
                        Deed.Said::text, "message"),
                imported(evidence)).flatMap(found -> found);
    }

    private static Stream<String> placed(Evidence evidence, Map<String, Document> orders) {
        return evidence.accepted().all(Deed.OrderPlaced.class).stream().flatMap(deed -> {
            var order = orders.get(deed.orderId());
            if (order == null)
                return Stream.of("order " + deed.orderId() + " was accepted and is not there");
            var units = list(order, "lines").stream()
                    .map(line -> line.getString("sku") + " x " + number(line, "quantity")).toList();
            return units.equals(deed.units())
                    ? Stream.empty()
                    : Stream.of("order " + deed.orderId() + " is of " + units + ", not of " + deed.units());
        });
    }

    private static Stream<String> paid(Evidence evidence, Map<String, Document> orders) {
        return evidence.accepted().all(Deed.OrderPaid.class).stream().filter(deed -> {
            var order = orders.get(deed.orderId());
            return order == null || list(order, "payment.received").stream()
                    .filter(entry -> text(entry, "tender.paymentNo").equals(deed.paymentNo()))
                    .mapToLong(entry -> number(entry, "tender.amount.minor")).sum() != deed.minor();
        }).map(deed -> "order " + deed.orderId() + " was paid " + deed.minor() + " and does not have just that");
    }

    private static Stream<String> cancelled(Evidence evidence, Map<String, Document> orders) {
        return evidence.accepted().all(Deed.OrderCancelled.class).stream().map(Deed.OrderCancelled::orderId)
                .filter(id -> !orders.containsKey(id) || !text(orders.get(id), "fulfilment.state").equals("cancelled"))
                .map(id -> "order " + id + " was cancelled and is not");
    }

    private static Stream<String> shipped(Evidence evidence, Map<String, Document> orders) {
        return evidence.accepted().all(Deed.OrderShipped.class).stream().map(Deed.OrderShipped::orderId)
                .filter(id -> !orders.containsKey(id) || list(orders.get(id), "lines").stream()
                        .anyMatch(line -> number(line, "progress.shipped") != number(line, "quantity")))
                .map(id -> "order " + id + " was handed over and does not know it");
    }

    private static Stream<String> imported(Evidence evidence) {
        var numbers = evidence.all("order.orders").stream()
                .map(order -> text(state(order), "sale.platformOrder.number"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return evidence.accepted().all(Deed.SheetTaken.class).stream().flatMap(deed -> deed.platformNos().stream())
                .filter(number -> numbers.getOrDefault(number, 0L) != 1)
                .map(number -> "order " + number + " of a platform is there " + numbers.getOrDefault(number, 0L)
                        + " times");
    }

    private static <D extends Deed> Stream<String> once(Evidence evidence, String collection,
            Function<Document, String> token, Class<D> kind, Function<D, String> tokenOf, String what) {
        var times = evidence.all(collection).stream().map(token)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> wanted = evidence.accepted().all(kind).stream().map(tokenOf).toList();
        var missing = wanted.stream().filter(one -> !times.containsKey(one))
                .map(one -> what + " \"" + one + "\" was accepted and is not there");
        var marks = Set.of("delivery-", "opening-", "last-", "有货吗 ", "还有 ");
        var twice = times.entrySet().stream().filter(entry -> entry.getValue() > 1)
                .filter(entry -> marks.stream().anyMatch(entry.getKey()::startsWith))
                .map(entry -> what + " \"" + entry.getKey() + "\" is there " + entry.getValue() + " times");
        return Stream.concat(missing, twice);
    }
}
