package io.shopcare.order.imports;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Stored;

/**
 * A later sheet brings news of a known order: what differs from the last sheet puts a hold on it, once, whatever is imported
 * again; one that is closed on its platform is cancelled here as long as nothing of it is in the warehouse. What can't ship
 * any more is left alone. The hold is written before the news counts as told: whoever dies in between finds the same hold.
 */
@Component
final class TakeNews {
    private static final Actor IMPORT = Actor.service("import");
    private static final String OWNER = "auditor";

    private static final CommandContext TOLD = new CommandContext(IMPORT, "take-news", null, null, null);

    private final AggregateStore<Order> orders;
    private final AggregateStore<LastTold> told;
    private final Clock clock;

    TakeNews(AggregateStore<Order> orders, AggregateStore<LastTold> told, Clock clock) {
        this.orders = orders;
        this.told = told;
        this.clock = clock;
    }

    /** It was placed as the sheet tells it. */
    void placed(Order order, LastTold.Said said) {
        told.create(order.orderId(), TOLD, () -> Decision.accept(LastTold.placing(order, said)));
    }

    /**
     * A status that is news. Whether there is such an order.
     *
     * @param whole whether it is told of all of the order; one that is closed in part is not cancelled
     */
    boolean handle(String orderId, PlatformNews news, boolean whole) {
        var order = orders.find(orderId);
        if (order.isEmpty())
            return false;
        var before = last(order.get().aggregate());
        var now = before.is(news);
        if (now != before) {
            orders.decide(orderId, TOLD, there -> news == PlatformNews.CLOSED_ON_PLATFORM && whole
                    ? closed(there, now)
                    : held(there, news, now));
            keep(before, now);
        }
        return true;
    }

    /** Whether these lines are what the order was placed from, whatever was changed here since. */
    boolean isOf(Order order, List<LastTold.Bought> lines) {
        return last(order).isOf(order, lines);
    }

    /** It is paid there, all or the rest of it; where it goes, how, and what was written of it may have changed. */
    void paid(Order order, LastTold.Said said, boolean whole) {
        var before = last(order);
        var now = before.paid(said, whole);
        if (now == before)
            return;
        for (var news : now.since(before))
            orders.decide(order.orderId(), TOLD, there -> held(there, news, now));
        keep(before, now);
    }

    /** Of an order that died before it was noted, what it says itself. */
    private LastTold last(Order order) {
        return told.find(order.orderId()).map(Stored::aggregate).orElseGet(() -> LastTold.placing(order));
    }

    private void keep(LastTold before, LastTold now) {
        told.decideOrCreate(now.orderId(), TOLD, () -> Decision.accept(now),
                there -> there.equals(before) ? Decision.accept(now) : Decision.unchanged(there));
    }

    private Decision<Order> closed(Order order, LastTold now) {
        return order.cancel(PlatformNews.CLOSED_ON_PLATFORM.code()) instanceof Decision.Accepted<Order> cancelled
                ? cancelled
                : held(order, PlatformNews.CLOSED_ON_PLATFORM, now);
    }

    /** While a person has yet to look there, more of the same is no reason for another look. */
    private Decision<Order> held(Order order, PlatformNews news, LastTold now) {
        var by = ActorRef.of(IMPORT);
        if (order.holds().open().stream().anyMatch(hold -> hold.code().equals(news.code()) && hold.by().equals(by)))
            return Decision.unchanged(order);
        var at = clock.instant();
        return order.hold(Hold.of(Ids.derived("platform-news", order.orderId(), news.code(),
                Integer.toString(now.changes())), news.code(), List.of(), OWNER, Hold.due(at), null, by, at));
    }
}
