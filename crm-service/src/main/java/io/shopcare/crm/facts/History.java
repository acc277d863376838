package io.shopcare.crm.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.shopcare.platform.money.Money;

/** All facts about one customer. Two histories of the same facts are alike, in whatever order the events came. */
public record History(List<OrderFact> orders, List<RefundFact> refunds, List<CaseFact> cases,
        List<ConversationFact> conversations) {

    public History {
        orders = sorted(orders);
        refunds = sorted(refunds);
        cases = sorted(cases);
        conversations = sorted(conversations);
    }

    /** Grows with every event applied to any of the facts, so that it tells an older history from a newer one. */
    public long heard() {
        return Stream.of(orders, refunds, cases, conversations).flatMap(List::stream).mapToLong(Fact::heard).sum();
    }

    /** Paid orders with what was paid back, oldest first. */
    public List<Purchase> purchases() {
        return orders.stream().<Purchase>mapMulti((order, purchases) -> {
            var spent = order.spent();
            if (spent != null && order.placedAt() != null)
                purchases.accept(new Purchase(order.id(), order.placedAt(), spent, paidBack(order.id(), spent)));
        }).sorted(Comparator.comparing(Purchase::at).thenComparing(Purchase::orderId)).toList();
    }

    private Money paidBack(String orderId, Money paid) {
        return Money.sum(paid.currency(), refunds.stream().filter(refund -> refund.orderId().equals(orderId))
                .map(RefundFact::paidBack).filter(Objects::nonNull)
                .filter(amount -> amount.currency().equals(paid.currency())).toList());
    }

    private static <F extends Fact> List<F> sorted(List<F> facts) {
        return facts.stream().sorted(Comparator.comparing(Fact::id)).toList();
    }
}
