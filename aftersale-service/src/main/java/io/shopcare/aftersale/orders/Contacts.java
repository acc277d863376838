package io.shopcare.aftersale.orders;

import java.util.Optional;

import io.shopcare.platform.calls.Answer;

/** How buyers of orders are reached; only order-service knows. */
public interface Contacts {

    /** Empty inside where there is no such order. */
    Answer<Optional<Contact>> of(String orderId);
}
