package io.shopcare.aftersale;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.Neighbour;

/** order-service, as far as it answers HTTP. */
public final class OrderServiceStandIn {
    private final Neighbour neighbour = new Neighbour();

    String address() {
        return neighbour.address();
    }

    /** Teaches Lin's coat and scarf under an id, with more fields than anybody reads. */
    public void knows(String orderId) {
        neighbour.answers("/api/order/orders/" + orderId + "/snapshot", snapshot(orderId).toString());
        neighbour.answers("/api/order/orders/" + orderId, """
                {"orderId": "%s", "address": {"city": "杭州市", "email": "lin@example.com"}, "phase": "received"}"""
                .formatted(orderId));
    }

    public void goesAway() {
        neighbour.goesAway();
    }

    public void comesBack() {
        neighbour.comesBack();
    }

    private static ObjectNode snapshot(String orderId) {
        ObjectNode placed = Contracts.sample("order.placed.v1", "coat-and-scarf").data().deepCopy();
        ObjectNode snapshot = placed.put("orderId", orderId).put("placedAt", "2026-11-10T01:52:10Z")
                .put("phase", "received").put("version", 12);
        var freight = snapshot.putObject("freight");
        freight.set("paid", placed.at("/lines/0/discount").deepCopy());
        freight.set("refunded", placed.at("/lines/0/discount").deepCopy());
        for (var line : snapshot.withArray("/lines")) {
            var known = (ObjectNode) line;
            known.set("paid", line.path("amount"));
            known.putObject("refunded").put("amount", "0.00").put("currency", "CNY");
            known.put("shipped", 1)
                    .put("signedAt", java.time.Clock.systemUTC().instant().minusSeconds(86400).toString())
                    .put("warehouse", "hangzhou-1");
        }
        return snapshot;
    }
}
