package io.shopcare.order.payments;

/** Keys of those who began payments, for life: one key begins the payment of one thing. */
@FunctionalInterface
interface PaymentKeys {
    /** Claims a key for what is paid; answers with what is paid under it now. */
    String claim(String key, String asked);
}
