package io.shopcare.order.payments;

/** References of bank transfers that were confirmed, in or out; one tells of one amount for one order or refund. */
@FunctionalInterface
public interface TransferReferences {
    /** Claims a reference for what it tells of; answers with what it tells of now. */
    String claim(String shop, String reference, String content);
}
