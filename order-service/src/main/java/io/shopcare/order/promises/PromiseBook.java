package io.shopcare.order.promises;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.KnownPromises;
import io.shopcare.order.orders.Order;
import io.shopcare.order.promises.PromisesOfConversation.Made;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Promise;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Claims;

/**
 * What agents promised, and with which order each promise travels: with the one that it was made for, else with the next
 * order of the conversation or the buyer. A claim by the promise's id keeps it to one order.
 */
@Component
class PromiseBook implements KnownPromises {
    static final String COLLECTION = "promises_of_conversations";
    /** Without a conversation on the order, a promise waits so long for it. */
    private static final Duration WAITS = Duration.ofDays(7);

    private final Facts<PromisesOfConversation> facts;
    private final AggregateStore<Order> orders;
    private final Claims claims;
    private final Clock clock;

    PromiseBook(MongoDatabase database, AggregateStore<Order> orders, Claims claims, Clock clock) {
        this.facts = facts(database);
        this.orders = orders;
        this.claims = claims;
        this.clock = clock;
    }

    static Facts<PromisesOfConversation> facts(MongoDatabase database) {
        return Facts.in(database, COLLECTION, PromisesOfConversation.class, PromisesOfConversation.UNKNOWN)
                .indexed("buyer.shop", "buyer.channel", "buyer.buyerId");
    }

    Facts.Step learn(EventMeta meta, Buyer buyer, Made made) {
        return learn(facts, meta, buyer, made);
    }

    static Facts.Step learn(Facts<PromisesOfConversation> facts, EventMeta meta, Buyer buyer, Made made) {
        return facts.apply(meta, known -> known.with(buyer, made));
    }

    @Override
    public List<Promise> waitingFor(String orderId, Buyer buyer, @Nullable String conversationId) {
        return candidates(buyer, conversationId)
                .filter(made -> made.orderId() == null || made.orderId().equals(orderId))
                .map(Made::promise).filter(promise -> isFor(orderId, promise)).toList();
    }

    /** Whether this order is the one that the promise travels with, from now on if it was none. */
    boolean isFor(String orderId, Promise promise) {
        return claims.claim("promise/" + promise.promiseId(), orderId, this::isCarriedOut).equals(orderId);
    }

    private boolean isCarriedOut(String orderId) {
        return orders.find(orderId).filter(order -> !order.aggregate().isCancelled()).isPresent();
    }

    private Stream<Made> candidates(Buyer buyer, @Nullable String conversationId) {
        if (conversationId != null)
            return facts.find(conversationId).filter(known -> buyer.equals(known.buyer())).stream()
                    .flatMap(known -> known.made().stream());
        var since = clock.instant().minus(WAITS);
        return facts.where(Map.of("buyer.shop", buyer.shop(), "buyer.channel", buyer.channel(), "buyer.buyerId",
                buyer.buyerId())).stream().flatMap(known -> known.made().stream())
                .filter(made -> made.at().isAfter(since));
    }
}
