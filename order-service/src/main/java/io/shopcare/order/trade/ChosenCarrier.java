package io.shopcare.order.trade;

/** Which carrier is to take what a shop sends. */
@FunctionalInterface
public interface ChosenCarrier {

    /** Its code. */
    String of(String shop);
}
