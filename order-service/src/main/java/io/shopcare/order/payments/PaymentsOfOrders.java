package io.shopcare.order.payments;

import java.util.List;

/** Payments that were begun for an order, alone or among others. */
@FunctionalInterface
interface PaymentsOfOrders {
    List<Payment> of(String shop, String orderId);
}
