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

/**
 * A later sheet brings news of a known order: each puts a hold on it, once, whatever is imported again; one that is closed
 * on its platform is cancelled here as long as nothing of it is in the warehouse. What can't ship any more is left alone.
 */
@Component
final class TakeNews {
    private static final Actor IMPORT = Actor.service("import");
    private static final String OWNER = "auditor";

    private final AggregateStore<Order> orders;
    private final Clock clock;

    TakeNews(AggregateStore<Order> orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Whether there is such an order. */
    boolean handle(String orderId, PlatformNews news) {
        return handle(orderId, news, "");
    }

    /** @param which tells one of several news of a kind from the others */
    boolean handle(String orderId, PlatformNews news, String which) {
        if (orders.find(orderId).isEmpty())
            return false;
        var context = new CommandContext(IMPORT, "take-news", null, null, null);
        orders.decide(orderId, context, order -> news == PlatformNews.CLOSED_ON_PLATFORM
                ? closed(order)
                : order.hold(hold(order, news, which)));
        return true;
    }

    private Decision<Order> closed(Order order) {
        return order.cancel(PlatformNews.CLOSED_ON_PLATFORM.code()) instanceof Decision.Accepted<Order> cancelled
                ? cancelled
                : order.hold(hold(order, PlatformNews.CLOSED_ON_PLATFORM, ""));
    }

    private Hold hold(Order order, PlatformNews news, String which) {
        var now = clock.instant();
        return Hold.of(Ids.derived("platform-news", order.orderId(), news.code(), which), news.code(), List.of(), OWNER,
                Hold.due(now), null, ActorRef.of(IMPORT), now);
    }
}
