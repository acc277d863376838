package io.shopcare.crm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.shopcare.crm.facts.Purchase;

/**
 * The limits of the lifecycle as data, and what follows from them.
 *
 * @param version         named in every change
 * @param source          who says so
 * @param atRiskAfterDays since the last valid order
 * @param lapsedAfterDays since the last valid order
 * @param loyalFromOrders valid orders in the window that make a customer loyal
 * @param loyalWithinDays length of that window
 */
public record LifecycleRules(String version, String source, int atRiskAfterDays, int lapsedAfterDays,
        int loyalFromOrders, int loyalWithinDays) {

    public LifecycleRules {
        if (atRiskAfterDays < 1 || lapsedAfterDays <= atRiskAfterDays)
            throw new IllegalArgumentException("somebody is at risk before they lapse");
        if (loyalFromOrders < 2 || loyalWithinDays < atRiskAfterDays)
            throw new IllegalArgumentException("nobody is loyal by one order, or by none");
    }

    /** The stage that purchases and time put a customer in. */
    public Stage stage(List<Purchase> purchases, Instant at) {
        var valid = Purchase.valid(purchases);
        if (valid.isEmpty())
            return Stage.POTENTIAL;
        var last = valid.getLast().at();
        if (isOver(last, lapsedAfterDays, at))
            return Stage.LAPSED;
        if (isOver(last, atRiskAfterDays, at))
            return Stage.AT_RISK;
        if (valid.size() == 1)
            return Stage.NEW;
        if (isOver(valid.get(valid.size() - 2).at(), lapsedAfterDays, last))
            return Stage.WON_BACK;
        return inWindow(valid, at) >= loyalFromOrders ? Stage.LOYAL : Stage.ACTIVE;
    }

    /** The next moment at which time alone may change the stage; after {@code at}. */
    public Optional<Instant> nextChange(List<Purchase> purchases, Instant at) {
        return Purchase.valid(purchases).stream()
                .flatMap(one -> Stream.of(atRiskAfterDays, lapsedAfterDays, loyalWithinDays)
                        .map(days -> one.at().plus(Duration.ofDays(days))))
                .filter(moment -> moment.isAfter(at)).min(Instant::compareTo);
    }

    private long inWindow(List<Purchase> valid, Instant at) {
        return valid.stream().filter(purchase -> !isOver(purchase.at(), loyalWithinDays, at)).count();
    }

    private static boolean isOver(Instant since, int days, Instant at) {
        return !since.plus(Duration.ofDays(days)).isAfter(at);
    }
}
