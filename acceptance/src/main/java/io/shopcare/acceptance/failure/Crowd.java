package io.shopcare.acceptance.failure;

/** People who are in the shop while it is struck. */
interface Crowd {
    /** @param seed of their dice */
    void begin(long seed);

    /** Nothing new is begun; returns when all that was begun has come to its end. */
    void end();

    /** In a few words, for the table; empty when there is nothing to tell. */
    String told();
}
