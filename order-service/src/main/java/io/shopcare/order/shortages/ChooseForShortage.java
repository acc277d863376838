package io.shopcare.order.shortages;

import java.time.Clock;
import java.util.List;

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
        boolean mayShipInPart = order.sale().platformOrder() == null && mayShipInPart(Plan.of(order, levels));
        return mayShipInPart
                ? List.of(Choice.WAIT, Choice.PARTIAL, Choice.REFUND)
                : List.of(Choice.WAIT, Choice.REFUND);
    }

    Outcome<Shortage> handle(Order order, Choice choice, CommandContext context) {
        if (order.isCancelled() || !order.isShort())
            return new Outcome.Rejected<>(Rejection.notNow("shortage-over"));
        var plan = choice == Choice.PARTIAL ? Plan.of(order, levels) : null;
        if (plan != null && (order.sale().platformOrder() != null || !mayShipInPart(plan)))
            return new Outcome.Rejected<>(Rejection.notNow("nothing-to-ship"));
        var chosen = shortages.decide(order.orderId(), context,
                shortage -> shortage.choose(choice, plan, ActorRef.of(context.actor()), clock.instant()));
        if (chosen instanceof Outcome.Rejected<Shortage>)
            return chosen;
        var why = settle.settle(order.orderId());
        return why.<Outcome<Shortage>>map(Outcome.Rejected::new).orElseGet(() -> shortages.decide(order.orderId(),
                context, io.shopcare.platform.store.Decision::unchanged));
    }

    private static boolean mayShipInPart(Plan plan) {
        return !plan.keep().isEmpty() && !plan.back().isEmpty();
    }
}
