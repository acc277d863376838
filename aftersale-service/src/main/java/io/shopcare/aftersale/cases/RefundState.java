package io.shopcare.aftersale.cases;

import java.util.Set;

/** How one request for a refund fares at order-service and the provider. */
public enum RefundState implements Facet<RefundState> {
    ASKED, ACCEPTED, IN_DOUBT, FALTERED, FAILED, SUCCEEDED;

    @Override
    public Set<RefundState> next() {
        return switch (this) {
            case ASKED -> Set.of(ACCEPTED, IN_DOUBT, FALTERED, FAILED, SUCCEEDED);
            case ACCEPTED -> Set.of(IN_DOUBT, FALTERED, FAILED, SUCCEEDED);
            case IN_DOUBT -> Set.of(FALTERED, FAILED, SUCCEEDED);
            // the provider refused, but the same request may be tried again: never a second one beside it
            case FALTERED -> Set.of(ACCEPTED, IN_DOUBT, FAILED, SUCCEEDED);
            // a provider that paid after all is believed: the money is gone
            case FAILED -> Set.of(SUCCEEDED);
            case SUCCEEDED -> Set.of();
        };
    }

    /** Where it puts the money of its lines. */
    LineMoney money() {
        return switch (this) {
            case ASKED, ACCEPTED -> LineMoney.ASKED;
            case IN_DOUBT -> LineMoney.IN_DOUBT;
            case FALTERED, FAILED -> LineMoney.REFUSED;
            case SUCCEEDED -> LineMoney.REFUNDED;
        };
    }
}
