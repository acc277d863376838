package io.shopcare.acceptance.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.bson.Document;

import static io.shopcare.acceptance.failure.Evidence.list;
import static io.shopcare.acceptance.failure.Evidence.number;
import static io.shopcare.acceptance.failure.Evidence.state;
import static io.shopcare.acceptance.failure.Evidence.text;

/** Stock is held for orders that want it, for nobody else, and just as much as they want. */
final class ReservationsMatchOrders implements Check {
    private static final Set<String> HOLDING = Set.of("held", "bound", "allocated");

    @Override
    public String name() {
        return "no stock leaks: claims, reservations and orders agree";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var broken = new ArrayList<String>();
        var orders = new HashMap<String, Document>();
        evidence.all("order.orders").forEach(order -> orders.put(order.getString("_id"), state(order)));
        var wanted = new HashMap<String, Long>();
        for (var document : evidence.all("order.reservations")) {
            var reservation = state(document);
            if (!HOLDING.contains(text(reservation, "state")))
                continue;
            var order = orders.get(text(reservation, "orderId"));
            if (order == null)
                broken.add("reservation " + document.getString("_id") + " holds stock for no order");
            else if (text(order, "fulfilment.state").equals("cancelled"))
                broken.add("cancelled order " + text(reservation, "orderId") + " still holds stock");
            else if (isApproved(order) && !text(reservation, "state").equals("allocated"))
                broken.add("approved order " + text(reservation, "orderId") + " has its stock only "
                        + text(reservation, "state"));
            else if (isApproved(order) && toShip(order) == 0)
                broken.add("order " + text(reservation, "orderId") + " wants nothing more and still holds stock");
            for (var line : list(reservation, "lines"))
                wanted.merge(text(reservation, "orderId") + " " + line.getString("sku"),
                        number(line, "quantity") - shipped(reservation, line.getString("sku")), Long::sum);
        }
        var claimed = new HashMap<String, Long>();
        for (var document : evidence.all("order.stocks"))
            state(document).get("claims", new Document()).values().stream().map(Document.class::cast)
                    .forEach(claim -> claimed.merge(claim.getString("orderId") + " " + text(state(document), "sku"),
                            number(claim, "quantity"), Long::sum));
        wanted.values().removeIf(units -> units == 0);
        claimed.values().removeIf(units -> units == 0);
        Stream.concat(wanted.keySet().stream(), claimed.keySet().stream()).distinct()
                .filter(key -> !wanted.getOrDefault(key, 0L).equals(claimed.getOrDefault(key, 0L)))
                .forEach(key -> broken.add("order and SKU " + key + ": reserved " + wanted.getOrDefault(key, 0L)
                        + ", claimed on the stock " + claimed.getOrDefault(key, 0L)));
        return broken.stream();
    }

    private static boolean isApproved(Document order) {
        return text(order, "audit.state").equals("approved");
    }

    private static long toShip(Document order) {
        return list(order, "lines").stream().mapToLong(line -> number(line, "quantity")
                - number(line, "progress.shipped") - number(line, "progress.withdrawn")).sum();
    }

    private static long shipped(Document reservation, String sku) {
        return reservation.get("shipments", new Document()).values().stream()
                .flatMap(parts -> ((List<?>) parts).stream()).map(Document.class::cast)
                .filter(part -> part.getString("sku").equals(sku)).mapToLong(part -> number(part, "quantity")).sum();
    }
}
