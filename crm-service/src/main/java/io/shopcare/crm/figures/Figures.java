package io.shopcare.crm.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.facts.CaseFact;
import io.shopcare.crm.facts.ConversationFact;
import io.shopcare.crm.facts.History;
import io.shopcare.crm.facts.Purchase;
import io.shopcare.crm.facts.RefundFact;
import io.shopcare.platform.money.Money;

/**
 * Figures of one customer over all time, a function of the facts alone.
 *
 * @param heard           of the facts that they were computed from ({@link History#heard})
 * @param ordersPlaced    known orders, paid or not
 * @param orders          valid ones: paid and not fully refunded
 * @param ordersPaid      paid ones, refunded or not
 * @param ordersReturned  paid ones with a return that was authorised
 * @param spending        by currency, in the order of its code
 * @param firstPurchaseAt when the first valid order was placed
 * @param lastPurchaseAt  when the last valid order was placed
 * @param openCases       not resolved yet
 * @param lastContactAt   when the last conversation began
 */
public record Figures(long heard, int ordersPlaced, int orders, int ordersPaid, int ordersReturned,
        List<Spending> spending, @Nullable Instant firstPurchaseAt, @Nullable Instant lastPurchaseAt, int cases,
        int openCases, int conversations, @Nullable Instant lastContactAt) {
    private static final int DECIMALS_OF_A_RATE = 4;

    /** Of somebody of whom nothing is known. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, List.of(), null, null, 0, 0, 0, null);

    /** Counts everything anew. */
    public static Figures of(History history) {
        var paid = history.purchases();
        var valid = Purchase.valid(paid);
        return new Figures(history.heard(),
                (int) history.orders().stream().filter(order -> order.placedAt() != null).count(),
                valid.size(), paid.size(), returned(paid, history.cases()), spending(paid, history.refunds()),
                valid.isEmpty() ? null : valid.getFirst().at(), valid.isEmpty() ? null : valid.getLast().at(),
                history.cases().size(), (int) history.cases().stream().filter(one -> !one.settled()).count(),
                history.conversations().size(), lastContact(history.conversations()));
    }

    /** Share of paid orders with a return, four decimals; nothing to say before the first paid order. */
    public Optional<BigDecimal> returnRate() {
        return ordersPaid == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(ordersReturned).divide(BigDecimal.valueOf(ordersPaid),
                        DECIMALS_OF_A_RATE, RoundingMode.HALF_UP));
    }

    private static int returned(List<Purchase> paid, List<CaseFact> cases) {
        var comingBack = cases.stream().filter(CaseFact::returns).map(CaseFact::orderId).collect(Collectors.toSet());
        return (int) paid.stream().filter(purchase -> comingBack.contains(purchase.orderId())).count();
    }

    private static List<Spending> spending(List<Purchase> paid, List<RefundFact> refunds) {
        var amounts = paid.stream().map(Purchase::paid).toList();
        var paidBack = refunds.stream().map(RefundFact::paidBack).filter(Objects::nonNull).toList();
        return Stream.concat(amounts.stream(), paidBack.stream()).map(Money::currency).distinct().sorted()
                .map(currency -> new Spending(in(currency, amounts).size(),
                        Money.sum(currency, in(currency, amounts)), Money.sum(currency, in(currency, paidBack))))
                .toList();
    }

    private static List<Money> in(String currency, List<Money> amounts) {
        return amounts.stream().filter(amount -> amount.currency().equals(currency)).toList();
    }

    private static @Nullable Instant lastContact(List<ConversationFact> conversations) {
        return conversations.stream().map(ConversationFact::openedAt).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }
}
