package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the programs said yes to: from then on it is theirs to keep, whatever dies. */
final class Accepted {
    /** Something that was accepted. */
    sealed interface Deed {
        /** @param units how many of which SKU, as {@code SKU x n} in the order of the lines */
        record OrderPlaced(String orderId, List<String> units) implements Deed {}

        /** @param minor what the provider took from the buyer */
        record OrderPaid(String orderId, String paymentNo, long minor) implements Deed {}

        /** The buyer does not want it any more. */
        record OrderCancelled(String orderId) implements Deed {}

        /** The parcel is with the carrier. */
        record OrderShipped(String orderId) implements Deed {}

        /** @param note that no other movement carries */
        record StockReceived(String note, int units) implements Deed {}

        /** @param text that no other message has */
        record Said(String conversation, String text) implements Deed {}

        /** @param minor that goes back because of the case, once */
        record CaseSettled(String caseId, String orderId, long minor) implements Deed {}

        /** @param platformNos of all its orders */
        record SheetTaken(String importId, List<String> platformNos) implements Deed {}
    }

    private final List<Deed> deeds = new CopyOnWriteArrayList<>();

    void note(Deed deed) {
        deeds.add(deed);
    }

    <D extends Deed> List<D> all(Class<D> kind) {
        return deeds.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    int count() {
        return deeds.size();
    }
}
