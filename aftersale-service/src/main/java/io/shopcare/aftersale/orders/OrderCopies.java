package io.shopcare.aftersale.orders;

import java.util.Optional;

import io.shopcare.platform.calls.Answer;

/** Where a case gets its copy of an order from. */
public interface OrderCopies {

    /**
     * Asks order-service; when that is away, answers from the events heard so far, marked with their age, or says that
     * nothing is known. Empty inside where there is no such order.
     */
    Answer<Optional<OrderCopy>> of(String orderId);
}
