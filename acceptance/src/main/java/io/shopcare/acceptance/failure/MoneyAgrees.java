package io.shopcare.acceptance.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.acceptance.failure.Accepted.Deed;

import static io.shopcare.acceptance.failure.Evidence.list;
import static io.shopcare.acceptance.failure.Evidence.number;
import static io.shopcare.acceptance.failure.Evidence.state;
import static io.shopcare.acceptance.failure.Evidence.text;

/** The provider's ledger, our payments, orders, refunds and cases tell the same of every unit of money. */
final class MoneyAgrees implements Check {
    @Override
    public String name() {
        return "no money is lost, no refund is paid twice";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var broken = new ArrayList<String>();
        var takenByProvider = new HashMap<String, Long>();
        var refundedByProvider = new HashMap<String, Long>();
        for (JsonNode payment : evidence.ledger().at("/payments")) {
            takenByProvider.merge(payment.at("/paymentNo").asText(), Evidence.minor(payment.at("/taken")), Long::sum);
            for (JsonNode refund : payment.at("/refunds"))
                if (refund.at("/status").asText().equals("succeeded"))
                    refundedByProvider.merge(refund.at("/refundNo").asText(), Evidence.minor(refund.at("/amount")),
                            Long::sum);
        }
        takenByProvider.values().removeIf(minor -> minor == 0);
        compare("payment", takenByProvider, receivedByOrders(evidence), broken);
        compare("refund", refundedByProvider, paidOutByRefunds(evidence), broken);
        cases(evidence, broken);
        return broken.stream();
    }

    private static Map<String, Long> receivedByOrders(Evidence evidence) {
        var received = new HashMap<String, Long>();
        evidence.all("order.orders").stream().flatMap(order -> list(state(order), "payment.received").stream())
                .filter(entry -> text(entry, "tender.method").equals("sandbox"))
                .forEach(entry -> received.merge(text(entry, "tender.paymentNo"),
                        number(entry, "tender.amount.minor"), Long::sum));
        return received;
    }

    private static Map<String, Long> paidOutByRefunds(Evidence evidence) {
        var paid = new HashMap<String, Long>();
        evidence.all("order.refunds").stream().flatMap(refund -> list(state(refund), "payouts").stream())
                .filter(payout -> text(payout, "state").equals("paid"))
                .forEach(payout -> paid.merge(text(payout, "refundNo"), number(payout, "tender.amount.minor"),
                        Long::sum));
        return paid;
    }

    private static void compare(String what, Map<String, Long> provider, Map<String, Long> ours,
            List<String> broken) {
        var all = new TreeSet<>(provider.keySet());
        all.addAll(ours.keySet());
        for (var number : all)
            if (!provider.getOrDefault(number, 0L).equals(ours.getOrDefault(number, 0L)))
                broken.add(what + " " + number + ": the provider says " + provider.getOrDefault(number, 0L)
                        + ", our books " + ours.getOrDefault(number, 0L));
    }

    /** A settled case gave back its amount, once; case, refunds and order say so. */
    private static void cases(Evidence evidence, List<String> broken) {
        var byOrder = new HashMap<String, Long>();
        evidence.all("order.refunds").stream().map(Evidence::state)
                .filter(refund -> text(refund, "stage").equals("succeeded"))
                .forEach(refund -> byOrder.merge(text(refund, "request.orderId"),
                        number(refund, "request.amount.minor"), Long::sum));
        evidence.all("order.orders").forEach(order -> {
            long paidBack = list(state(order), "refunds.all").stream()
                    .filter(share -> text(share, "state").equals("succeeded"))
                    .mapToLong(share -> number(share, "amount.minor")).sum();
            long said = byOrder.getOrDefault(order.getString("_id"), 0L);
            if (paidBack != said)
                broken.add("order " + order.getString("_id") + " knows " + paidBack + " refunded, its refunds " + said);
        });
        var cases = new HashMap<String, Long>();
        evidence.all("aftersale.cases").forEach(one -> cases.put(one.getString("_id"), list(state(one), "lines")
                .stream().mapToLong(line -> number(line, "refunded.minor")).sum()));
        for (var deed : evidence.accepted().all(Deed.CaseSettled.class)) {
            if (byOrder.getOrDefault(deed.orderId(), 0L) != deed.minor())
                broken.add("case " + deed.caseId() + " was to give back " + deed.minor()
                        + ", the refunds of its order are "
                        + byOrder.getOrDefault(deed.orderId(), 0L));
            if (cases.getOrDefault(deed.caseId(), 0L) != deed.minor())
                broken.add("case " + deed.caseId() + " was to give back " + deed.minor() + " and knows "
                        + cases.getOrDefault(deed.caseId(), 0L));
        }
    }
}
