package io.shopcare.standalone.sandbox;

import java.util.Currency;
import java.util.List;

import org.bson.Document;

/** Reads payments and refunds from their documents. */
final class Documents {
    private Documents() {}

    static Payment payment(Document document) {
        String number = document.getString("_id");
        return new Payment(number, money(document, document.getLong("amount")), document.getString("subject"),
                Payment.Status.valueOf(document.getString("status")), money(document, document.getLong("taken")),
                money(document, document.getLong("refundable")), document.getDate("askedAt").toInstant(), refunds(
                        document).stream().map(refund -> refund(document, refund)).toList(),
                receipts(document),
                document.getList("pending", Document.class, List.of()).size());
    }

    private static List<Payment.Receipt> receipts(Document payment) {
        return payment.getList("receipts", Document.class, List.of()).stream()
                .map(taken -> new Payment.Receipt(taken.getString("id"), money(payment, taken.getLong("amount")), taken
                        .getDate("occurredAt").toInstant()))
                .toList();
    }

    static Refund refund(Document payment, Document refund) {
        return new Refund(refund.getString("refundNo"), payment.getString("_id"), money(payment, refund.getLong(
                "amount")), refund.getString("reason"), Refund.Status.valueOf(refund.getString("status")), refund
                        .getDate("askedAt").toInstant());
    }

    static List<Document> refunds(Document payment) {
        return payment.getList("refunds", Document.class, List.of());
    }

    static Money money(Document payment, long minor) {
        return new Money(minor, Currency.getInstance(payment.getString("currency")));
    }
}
