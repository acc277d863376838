package io.shopcare.presale.live;

/** The way to the other instances. */
@FunctionalInterface
interface Hints {
    /** Sends it if that is possible, and never fails. */
    void tell(Hint hint);
}
