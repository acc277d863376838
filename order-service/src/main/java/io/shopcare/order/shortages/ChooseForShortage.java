package io.shopcare.order.shortages;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.stock.StockLevels;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** The buyer, or an agent for the buyer, says what becomes of an order whose goods are missing (O9). */
@Component
class ChooseForShortage {
    private final AggregateStore<Shortage> shortages;
    private final StockLevels levels;
    private final SettleShortage settle;
    private final Clock clock;

    ChooseForShortage(AggregateStore<Shortage> shortages, StockLevels levels, SettleShortage settle, Clock clock) {
        this.shortages = shortages;
        this.levels = levels;
        this.settle = settle;
        this.clock = clock;
    }

    /** What can be chosen now. What a platform sold, the platform pays back: it is not taken apart here. */
    List<Choice> choices(Order order) {
        if (!order.isShort())
            return List.of();
        boolean mayShipInPart = order.sale().platformOrder() == null && mayShipInPart(plan(order));
        return mayShipInPart
                ? List.of(Choice.WAIT, Choice.SWAP, Choice.PARTIAL, Choice.REFUND)
                : List.of(Choice.WAIT, Choice.SWAP, Choice.REFUND);
    }

    /** @param swap what is taken instead; null unless that is chosen */
    Outcome<Shortage> handle(Order order, Choice choice, @Nullable Swap swap, CommandContext context) {
        if (order.isCancelled() || !order.isShort())
            return new Outcome.Rejected<>(Rejection.notNow("shortage-over"));
        var plan = choice == Choice.PARTIAL ? plan(order) : null;
        if (plan != null && (order.sale().platformOrder() != null || !mayShipInPart(plan)))
            return new Outcome.Rejected<>(Rejection.notNow("nothing-to-ship"));
        var missing = swap == null ? Optional.<Rejection>empty() : missing(order, swap);
        if (missing.isPresent())
            return new Outcome.Rejected<>(missing.get());
        var chosen = shortages.decide(order.orderId(), context,
                shortage -> shortage.choose(choice, plan, swap, ActorRef.of(context.actor()), clock.instant()));
        if (chosen instanceof Outcome.Rejected<Shortage>)
            return chosen;
        var why = settle.settle(order.orderId());
        return why.<Outcome<Shortage>>map(Outcome.Rejected::new).orElseGet(() -> shortages.decide(order.orderId(),
                context, io.shopcare.platform.store.Decision::unchanged));
    }

    /** What is missing too is no answer. Somebody may still be faster: then the audit finds it missing again. */
    private Optional<Rejection> missing(Order order, Swap swap) {
        var line = order.lines().stream().filter(each -> each.lineId().equals(swap.lineId())).findFirst();
        if (line.isEmpty())
            return Optional.of(Rejection.rule("line-unknown", Map.of("line", swap.lineId())));
        int available = levels.of(order.shop(), swap.sku()).stream().mapToInt(stock -> stock.figures().available())
                .max().orElse(0);
        return available >= line.get().toShip()
                ? Optional.empty()
                : Optional.of(Rejection.notNow("stock-short",
                        Map.of("sku", swap.sku(), "wanted", line.get().toShip(), "available", available)));
    }

    private Plan plan(Order order) {
        return Plan.of(order, levels, settle.mustComeFrom(order));
    }

    private static boolean mayShipInPart(Plan plan) {
        return !plan.keep().isEmpty() && !plan.back().isEmpty();
    }
}
