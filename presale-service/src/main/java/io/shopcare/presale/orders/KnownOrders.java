package io.shopcare.presale.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.MongoDatabase;
import org.springframework.stereotype.Component;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;

/** The orders that this service has heard of: one fact each, by its events. */
@Component
public final class KnownOrders {
    static final String COLLECTION = "known_orders";

    private final Facts<KnownOrder> facts;

    KnownOrders(MongoDatabase database) {
        this.facts = Facts.in(database, COLLECTION, KnownOrder.class, KnownOrder.UNKNOWN).indexed("conversationId")
                .indexed("shop", "channel", "buyerId");
    }

    /** An order, if it was heard of. */
    public Optional<KnownOrder> find(String orderId) {
        return facts.find(orderId);
    }

    /** Orders that came out of a conversation. */
    public List<KnownOrder> ofConversation(String conversationId) {
        return facts.where(Map.of("conversationId", conversationId));
    }

    /** Orders of a buyer. */
    public List<KnownOrder> of(String shop, String channel, String buyerId) {
        return facts.where(Map.of("shop", shop, "channel", channel, "buyerId", buyerId));
    }

    Facts.Step placed(EventMeta event, OrderEvents.Placed data) {
        return facts.apply(event, order -> order.placed(data, event.time()));
    }

    Facts.Step held(EventMeta event, OrderEvents.Held data) {
        return facts.apply(event, order -> order.held(data.holds(), event.time()));
    }

    Facts.Step released(EventMeta event, OrderEvents.HoldReleased data) {
        return facts.apply(event, order -> order
                .released(data.released().stream().map(OrderEvents.Released::holdId).toList(), event.time()));
    }

    /** Something was said about it that changes nothing of what is known; it counts all the same. */
    Facts.Step noted(EventMeta event) {
        return facts.apply(event, order -> order);
    }

    Facts.Step moved(EventMeta event, String phase) {
        return facts.apply(event, order -> order.in(phase, event.time()));
    }
}
