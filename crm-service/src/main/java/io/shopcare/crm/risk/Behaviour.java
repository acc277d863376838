package io.shopcare.crm.risk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.shopcare.crm.facts.Purchase;

/** What one buyer did: cases, parcels that were refused or came back, paid orders. */
public record Behaviour(List<RiskFact> cases, List<RiskFact> parcels, List<Purchase> purchases) {

    public Behaviour {
        cases = List.copyOf(cases);
        parcels = List.copyOf(parcels);
        purchases = List.copyOf(purchases);
    }

    /** Cases whose money went back since then, and that were of one of these causes. */
    List<RiskFact> refunded(Instant since, Set<String> causes) {
        return cases.stream().filter(one -> one.isAfter(since) && one.cause() != null && causes.contains(one.cause()))
                .toList();
    }

    /** Parcels that the buyer refused and that were here again since then. */
    int refused(Instant since) {
        return (int) parcels.stream().filter(one -> one.isAfter(since) && RiskFact.REFUSED.equals(one.cause())).count();
    }

    /** Orders that were paid and placed since then, and these, whenever they were. */
    int ordersWith(Set<String> these, Instant since) {
        var all = new HashSet<>(these);
        purchases.stream().filter(one -> one.at().isAfter(since)).forEach(one -> all.add(one.orderId()));
        return all.size();
    }
}
