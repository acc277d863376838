package io.shopcare.order.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.payments.Payment;
import io.shopcare.order.refunds.Refund;
import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

/** Goes through all payments and all orders of some shops in the order of their ids, page by page; nothing is changed. */
@Component
class Books {
    private final MongoCollection<Document> payments;
    private final MongoCollection<Document> orders;
    private final MongoCollection<Document> refunds;

    Books(MongoDatabase database) {
        payments = database.getCollection("payments");
        orders = database.getCollection("orders");
        refunds = database.getCollection("refunds");
    }

    /** An order whose parts do not add up. */
    record WrongOrder(String orderId, String problem) {}

    /** @param last id of the last one that was looked at; empty when there was none */
    record Looked<T>(List<T> items, int seen, String last) {}

    Looked<PaymentBooks> payments(Set<String> shops, String after, int limit) {
        var page = read(payments, and(gt("_id", after), in("shop", shops)), limit, Payment.class);
        var ids = page.stream().flatMap(payment -> payment.parts().stream()).map(Payment.Part::orderId).toList();
        var theirs = read(orders, in("_id", ids), 0, Order.class).stream()
                .collect(Collectors.toMap(Order::orderId, Function.identity()));
        var back = refundsOf(ids);
        return new Looked<>(page.stream().map(payment -> books(payment, theirs, back)).toList(), page.size(),
                page.isEmpty() ? "" : page.getLast().paymentNo());
    }

    Optional<PaymentBooks> payment(Set<String> shops, String paymentNo) {
        return read(payments, and(eq("_id", paymentNo), in("shop", shops)), 1, Payment.class).stream().findFirst()
                .map(payment -> {
                    var ids = payment.parts().stream().map(Payment.Part::orderId).toList();
                    var theirs = read(orders, in("_id", ids), 0, Order.class).stream()
                            .collect(Collectors.toMap(Order::orderId, Function.identity()));
                    return books(payment, theirs, refundsOf(ids));
                });
    }

    Looked<WrongOrder> wrongOrders(Set<String> shops, String after, int limit) {
        var page = read(orders, and(gt("_id", after), in("shop", shops)), limit, Order.class);
        var back = refundsOf(page.stream().map(Order::orderId).toList());
        var wrong = new ArrayList<WrongOrder>();
        for (var order : page)
            OrderBooks.problem(order, back).ifPresent(problem -> wrong.add(new WrongOrder(order.orderId(), problem)));
        return new Looked<>(wrong, page.size(), page.isEmpty() ? "" : page.getLast().orderId());
    }

    private static PaymentBooks books(Payment payment, Map<String, Order> orders, Collection<Refund> refunds) {
        var ids = payment.parts().stream().map(Payment.Part::orderId).distinct().toList();
        return PaymentBooks.of(payment, ids.stream().filter(orders::containsKey).map(orders::get).toList(),
                refunds.stream().filter(refund -> ids.contains(refund.orderId())).toList());
    }

    private List<Refund> refundsOf(List<String> orderIds) {
        return read(refunds, in("state.request.orderId", orderIds), 0, Refund.class);
    }

    private static <T> List<T> read(MongoCollection<Document> from, Bson filter, int limit, Class<T> type) {
        var found = new ArrayList<T>();
        for (var document : from.find(filter).sort(ascending("_id")).limit(limit))
            found.add(Json.STORED.convertValue(document.get("state"), type));
        return found;
    }
}
