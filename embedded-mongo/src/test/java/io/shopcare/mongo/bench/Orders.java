package io.shopcare.mongo.bench;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;

import org.bson.Document;

/** Documents of about 450 bytes, as the services store them. */
final class Orders {

    static final int SHOPS = 50;
    static final long FIRST_DAY = 1_790_000_000_000L;
    private static final List<String> STATES = List.of("PLACED", "HELD", "APPROVED", "SHIPPED", "DELIVERED");

    private Orders() {}

    static String id(int number) {
        return "order-%08d".formatted(number);
    }

    static Document order(String id, int number) {
        Random random = new Random(number);
        List<Document> lines = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lines.add(new Document("sku", "SKU-" + random.nextInt(100_000)).append("quantity", random.nextInt(5) + 1)
                    .append("price", new Document("amount", random.nextLong(1_000_000)).append("currency", "CNY")));
        }
        return new Document("_id", id).append("shop", "shop-" + number % SHOPS).append("version", 0L)
                .append("state", STATES.get(random.nextInt(STATES.size())))
                .append("createdAt", new Date(FIRST_DAY + number * 1000L))
                .append("buyer",
                        new Document("channel", "web").append("buyerId",
                                "buyer-" + Long.toHexString(random.nextLong())))
                .append("lines", lines)
                .append("note", Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()));
    }
}
