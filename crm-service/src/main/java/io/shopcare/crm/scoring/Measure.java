package io.shopcare.crm.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shopcare.crm.facts.Purchase;
import io.shopcare.platform.money.Money;

/**
 * What is scored of a customer: the valid orders of the window. Money of two currencies can't be added up, so the money
 * is that of the main one: with the most orders, then with the latest, then first by its code.
 *
 * @param orders      valid orders in the window, of all currencies
 * @param net         paid less refunded in the main currency
 * @param lastOrderAt when the last of them was placed
 */
public record Measure(int orders, Money net, Instant lastOrderAt) {

    /** Nothing where no valid order is in the window. */
    static Optional<Measure> of(List<Purchase> purchases, Duration window, Instant at) {
        var counted = Purchase.valid(purchases).stream().filter(one -> one.at().plus(window).isAfter(at)).toList();
        if (counted.isEmpty())
            return Optional.empty();
        var main = mainCurrency(counted);
        var amounts = counted.stream().map(Purchase::net).filter(net -> net.currency().equals(main)).toList();
        return Optional.of(new Measure(counted.size(), Money.sum(main, amounts), counted.getLast().at()));
    }

    /** Whole days since the last order; none for an order that a faster clock put into our future. */
    long daysSince(Instant at) {
        return Math.max(0, Duration.between(lastOrderAt, at).toDays());
    }

    private static String mainCurrency(List<Purchase> counted) {
        Map<String, List<Purchase>> byCurrency = counted.stream()
                .collect(Collectors.groupingBy(purchase -> purchase.net().currency()));
        return byCurrency.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, List<Purchase>> one) -> one.getValue().size())
                        .thenComparing(one -> one.getValue().getLast().at())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow().getKey();
    }
}
