package io.shopcare.order.trade;

import org.jspecify.annotations.Nullable;

/**
 * The product page as the buyer saw it: a promise, and the evidence when goods are not as described.
 *
 * @param revision        version of the page of this SKU, from 1
 * @param productRevision version of the product that it was a variant of; null when it was of none
 */
public record ProductSnapshot(String productId, int revision, String title, String category,
        ReturnTerms returnTerms, @Nullable Integer productRevision) {

    /** Of a SKU that is a variant of nothing. */
    public ProductSnapshot(String productId, int revision, String title, String category, ReturnTerms returnTerms) {
        this(productId, revision, title, category, returnTerms, null);
    }

    /** The same on other terms. */
    public ProductSnapshot on(ReturnTerms terms) {
        return new ProductSnapshot(productId, revision, title, category, terms, productRevision);
    }
}
