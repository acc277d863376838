package io.shopcare.acceptance.failure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bson.Document;

import static io.shopcare.acceptance.failure.Evidence.list;
import static io.shopcare.acceptance.failure.Evidence.number;
import static io.shopcare.acceptance.failure.Evidence.state;
import static io.shopcare.acceptance.failure.Evidence.text;

/** What is packed is what orders still want; an approved order that wants something has its parcel. */
final class ParcelsFollowOrders implements Check {
    @Override
    public String name() {
        return "orders and their parcels agree";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var packed = new HashMap<String, Long>();
        evidence.all("order.parcels").stream().map(Evidence::state)
                .filter(parcel -> !List.of("shipped", "delivered", "returned", "withdrawn")
                        .contains(text(parcel, "stage")))
                .flatMap(parcel -> list(parcel, "orders").stream())
                .forEach(order -> packed.merge(order.getString("orderId"), units(list(order, "lines")), Long::sum));
        return evidence.all("order.orders").stream()
                .filter(order -> text(state(order), "audit.state").equals("approved"))
                .flatMap(order -> broken(order, packed));
    }

    private static Stream<String> broken(Document document, Map<String, Long> packed) {
        var order = state(document);
        boolean isCancelled = text(order, "fulfilment.state").equals("cancelled");
        long wanted = isCancelled
                ? 0
                : list(order, "lines").stream().mapToLong(line -> number(line, "quantity")
                        - number(line, "progress.shipped") - number(line, "progress.withdrawn")).sum();
        long found = packed.getOrDefault(document.getString("_id"), 0L);
        return wanted == found
                ? Stream.empty()
                : Stream.of("order " + document.getString("_id") + " wants " + wanted + " units shipped, packed are "
                        + found);
    }

    private static long units(List<Document> lines) {
        return lines.stream().mapToLong(line -> number(line, "quantity")).sum();
    }
}
