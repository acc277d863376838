package io.shopcare.acceptance.failure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;

import static io.shopcare.acceptance.failure.Evidence.list;
import static io.shopcare.acceptance.failure.Evidence.number;

/** What crm counts of a customer is what the topics add up to. */
final class CustomersAddUp implements Check {
    /** A customer's figures. */
    private record Sum(long orders, long paid, long refunded) {
        static final Sum NONE = new Sum(0, 0, 0);

        Sum plus(Sum more) {
            return new Sum(orders + more.orders, paid + more.paid, refunded + more.refunded);
        }
    }

    @Override
    public String name() {
        return "customers' figures are a fold over the topics";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var folded = new HashMap<String, Sum>();
        var seen = new HashSet<String>();
        evidence.events().filter(event -> seen.add(event.subject() + "/" + event.sequence())).forEach(event -> {
            switch (event.type()) {
                case "order.paid.v1" -> folded.merge(buyer(event.data()),
                        new Sum(1, Evidence.minor(event.data().at("/paid")), 0), Sum::plus);
                case "payment-request.paid.v1" -> {
                    if (!event.data().at("/reason").asText().equals("shortfall")) // that is in order.paid
                        folded.merge(buyer(event.data()), new Sum(0, Evidence.minor(event.data().at("/amount")), 0),
                                Sum::plus);
                }
                case "refund.succeeded.v1" -> folded.merge(buyer(event.data()), new Sum(0, 0, bought(event.data())),
                        Sum::plus);
                default -> {
                } // tells of no money
            }
        });
        Map<String, Sum> known = new HashMap<>();
        evidence.all("crm.customers").forEach(customer -> {
            var sum = counted(Evidence.state(customer));
            list(Evidence.state(customer), "buyers").forEach(buyer -> known.put(String.join("/",
                    buyer.getString("shop"), buyer.getString("channel"), buyer.getString("buyerId")), sum));
        });
        return Stream.concat(folded.keySet().stream(), known.keySet().stream()).distinct()
                .filter(buyer -> !folded.getOrDefault(buyer, Sum.NONE).equals(known.getOrDefault(buyer, Sum.NONE)))
                .map(buyer -> buyer + ": crm counts " + known.get(buyer) + ", the topics " + folded.get(buyer));
    }

    /** What came back of lines and freight; money that was never the order's is no purchase undone. */
    private static long bought(JsonNode refund) {
        long lines = StreamSupport.stream(refund.at("/lines").spliterator(), false)
                .mapToLong(line -> Evidence.minor(line.at("/amount"))).sum();
        return lines + Evidence.minor(refund.at("/freight"));
    }

    private static Sum counted(Document customer) {
        var spending = list(customer, "figures.spending");
        return new Sum(number(customer, "figures.ordersPaid"),
                spending.stream().mapToLong(one -> number(one, "paid.minor")).sum(),
                spending.stream().mapToLong(one -> number(one, "refunded.minor")).sum());
    }

    private static String buyer(JsonNode data) {
        return String.join("/", data.at("/buyer/shop").asText(), data.at("/buyer/channel").asText(),
                data.at("/buyer/buyerId").asText());
    }
}
