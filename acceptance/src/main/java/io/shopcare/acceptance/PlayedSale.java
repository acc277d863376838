package io.shopcare.acceptance;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Real things of the buyer lin in the shop nuanyang: the sale of the demo, played without a word. */
public final class PlayedSale {
    /** What is done to an article is done to this one, which no story needs. */
    private static final String ARTICLE = "DOOR-BELL";

    private PlayedSale() {}

    /** Their ids, by the words that stand before them in paths and by the names of parameters. */
    public static Map<String, String> things(Surroundings at, Clock clock) {
        var people = new People(at);
        var catalogue = new Catalogue(Path.of(System.getenv().getOrDefault("SHOPCARE_ROOT", "."), "order-service",
                "samples"), people);
        List.of("nuanyang", "harbor").forEach(catalogue::load);
        try (var topics = new Topics(at.broker())) {
            var played = new ASaleThatGoesWell(at, people,
                    new Journal(topics, new PrintStream(OutputStream.nullOutputStream())), clock);
            played.play();
            var sale = played.sale();
            var refund = people.as("lin").get("/api/order/orders/" + sale.order + "/refunds").expect(200)
                    .at("/items/0/refundId");
            var customer = people.as("ke").get("/api/crm/customers/by-buyer?shop=nuanyang&channel=web&buyerId=lin")
                    .expect(200).at("/customerId");
            people.as("ku").put("/api/order/skus/" + ARTICLE + "?shop=nuanyang",
                    Map.of("title", "门铃", "category", "home", "price", Map.of("amount", "39.00", "currency", "CNY"),
                            "grams",
                            200, "onSale", true))
                    .expect(200);
            return Map.ofEntries(Map.entry("orders", sale.order), Map.entry("orderId", sale.order),
                    Map.entry("into", sale.order),
                    Map.entry("parcels", sale.parcel), Map.entry("refunds", refund), Map.entry("customers", customer),
                    Map.entry("cases", sale.theCase), Map.entry("caseId", sale.theCase),
                    Map.entry("conversations", sale.conversation), Map.entry("skus", ARTICLE),
                    Map.entry("products", ARTICLE), Map.entry("channel", "web"), Map.entry("buyerId", "lin"));
        }
    }
}
