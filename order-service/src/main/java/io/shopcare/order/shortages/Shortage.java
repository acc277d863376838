package io.shopcare.order.shortages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * A paid order that stock is missing for (缺货).
 *
 * @param skus     of the order
 * @param round    counts how often something was chosen and carried out
 * @param choice   null while nobody has chosen
 * @param plan     what is being carried out; null unless a part of it ships
 * @param swap     what is taken instead; null unless that was chosen
 * @param unsettledSince when somebody began to carry it out; null when nobody does
 */
public record Shortage(String orderId, String shop, Buyer buyer, ShortageState state, List<String> skus, Instant since,
        int round, @Nullable Choice choice, @Nullable ActorRef by, @Nullable Instant chosenAt, @Nullable Plan plan,
        @Nullable Swap swap, @Nullable Instant unsettledSince) {
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(10);

    public Shortage {
        skus = List.copyOf(skus);
    }

    static List<String> skusOf(Order order) {
        return order.lines().stream().map(OrderLine::sku).distinct().toList();
    }

    static Decision<Shortage> open(String orderId, String shop, Buyer buyer, List<String> skus, Instant at) {
        var opened = new Shortage(orderId, shop, buyer, ShortageState.OPEN, skus, at, 0, null, null, null, null, null,
                null);
        return Decision.accept(opened, ShortageEvent.Offered.of(opened));
    }

    /** It is missing again; what the order is made of may be other goods by now. */
    Decision<Shortage> openAgain(List<String> now) {
        return switch (state) {
            case SETTLED -> offeredAgain(now);
            case OPEN, WAITING -> now.equals(skus) ? Decision.unchanged(this) : Decision.accept(of(now));
            case SETTLING -> Decision.unchanged(this);
        };
    }

    /**
     * @param inPart what of it ships; null unless a part does
     * @param other what is taken instead; null unless that is chosen
     */
    Decision<Shortage> choose(Choice chosen, @Nullable Plan inPart, @Nullable Swap other, ActorRef who, Instant at) {
        if (state == ShortageState.SETTLED)
            return Decision.reject(Rejection.notNow("shortage-over"));
        if (state == ShortageState.SETTLING)
            return chosen == choice && Objects.equals(other, swap)
                    ? Decision.unchanged(this)
                    : Decision.reject(Rejection.notNow("shortage-settling"));
        if (chosen == choice && chosen == Choice.WAIT)
            return Decision.unchanged(this);
        boolean waits = chosen == Choice.WAIT;
        var next = new Shortage(orderId, shop, buyer, waits
                ? ShortageState.WAITING
                : state.to(ShortageState.SETTLING), skus, since, waits ? round : round + 1, chosen, who, at, inPart,
                other, waits ? null : at);
        return Decision.accept(next, ShortageEvent.Chosen.of(next, chosen));
    }

    /** It could not be carried out: somebody has to choose again. */
    Decision<Shortage> failed(int ofRound) {
        return state == ShortageState.SETTLING && round == ofRound
                ? offeredAgain(skus)
                : Decision.unchanged(this);
    }

    Decision<Shortage> settled(ShortageEvent.Outcome outcome) {
        if (state == ShortageState.SETTLED)
            return Decision.unchanged(this);
        var over = new Shortage(orderId, shop, buyer, state.to(ShortageState.SETTLED), skus, since, round, choice, by,
                chosenAt, plan, swap, null);
        return Decision.accept(over, ShortageEvent.Settled.of(over, outcome));
    }

    /** Whether the goods are waited for, chosen or not. */
    boolean isWaitedFor() {
        return state == ShortageState.OPEN || state == ShortageState.WAITING;
    }

    /** When somebody else goes on; null when nobody has to. */
    @Nullable
    Instant settleBy() {
        return unsettledSince == null ? null : unsettledSince.plus(SETTLE_AFTER);
    }

    private Shortage of(List<String> now) {
        return new Shortage(orderId, shop, buyer, state, now, since, round, choice, by, chosenAt, plan, swap,
                unsettledSince);
    }

    private Decision<Shortage> offeredAgain(List<String> now) {
        var again = new Shortage(orderId, shop, buyer, state.to(ShortageState.OPEN), now, since, round, null, null,
                null, null, null, null);
        return Decision.accept(again, ShortageEvent.Offered.of(again));
    }
}
