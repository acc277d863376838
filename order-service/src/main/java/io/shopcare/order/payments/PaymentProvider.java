package io.shopcare.order.payments;

import java.util.List;
import java.util.Optional;

import io.shopcare.order.payments.Payment.Receipt;
import io.shopcare.platform.calls.Answer;

/** Where buyers pay. */
interface PaymentProvider {

    /**
     * How a payment stands in its books.
     *
     * @param isRefused whether the buyer's last attempt failed
     * @param receipts  what it took, under the ids by which its notifications tell of it
     */
    record Statement(boolean isRefused, List<Receipt> receipts) {
        public Statement {
            receipts = List.copyOf(receipts);
        }
    }

    /** Name of its method in tenders. */
    String method();

    /**
     * Tells the provider of a payment and learns where the buyer pays. The same payment told again is the same payment.
     */
    Answer<String> register(Payment payment, String subject);

    /** Asks how a payment stands; empty inside where the provider has never heard of it. Asking changes nothing. */
    Answer<Optional<Statement>> ask(String paymentNo);
}
