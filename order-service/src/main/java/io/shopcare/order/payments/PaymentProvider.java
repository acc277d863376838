package io.shopcare.order.payments;

import io.shopcare.platform.calls.Answer;

/** Where buyers pay. */
interface PaymentProvider {

    /** Name of its method in tenders. */
    String method();

    /**
     * Tells the provider of a payment and learns where the buyer pays. The same payment told again is the same payment.
     */
    Answer<String> register(Payment payment, String subject);
}
