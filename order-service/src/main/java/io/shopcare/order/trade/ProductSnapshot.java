package io.shopcare.order.trade;

/**
 * The product page as the buyer saw it: a promise, and the evidence when goods are not as described.
 *
 * @param revision version of the page, from 1
 */
public record ProductSnapshot(String productId, int revision, String title, String category,
        ReturnTerms returnTerms) {}
