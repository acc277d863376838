package io.shopcare.crm.facts;

import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts.Step;
import io.shopcare.platform.json.Json;

/** Applies events to facts, and tells all facts about a customer. */
public final class FactBook {
    private final FactStore<OrderFact> orders;
    private final FactStore<RefundFact> refunds;
    private final FactStore<CaseFact> cases;
    private final FactStore<ConversationFact> conversations;

    FactBook(FactStore<OrderFact> orders, FactStore<RefundFact> refunds, FactStore<CaseFact> cases,
            FactStore<ConversationFact> conversations) {
        this.orders = orders;
        this.refunds = refunds;
        this.cases = cases;
        this.conversations = conversations;
    }

    /** In the collections of this database. */
    public static FactBook in(MongoDatabase database) {
        return new FactBook(
                MongoFactStore.in(database, "facts_orders", OrderFact.class, OrderFact.UNKNOWN),
                MongoFactStore.in(database, "facts_refunds", RefundFact.class, RefundFact.UNKNOWN),
                MongoFactStore.in(database, "facts_cases", CaseFact.class, CaseFact.UNKNOWN),
                MongoFactStore.in(database, "facts_conversations", ConversationFact.class, ConversationFact.UNKNOWN));
    }

    /**
     * Hears an event.
     *
     * @return whether what follows from the facts has to be computed anew; true for a repeat too, because what followed
     *         the first time may have been lost half-way
     */
    public boolean hear(EventMeta event, JsonNode data) {
        return switch (event.type()) {
            case "order.placed.v1" -> follows(
                    orders.apply(event, fact -> fact.with(event, read(data, OrderFact.Placed.class))));
            case "order.paid.v1" -> follows(
                    orders.apply(event, fact -> fact.with(event, read(data, OrderFact.Paid.class))));
            case "payment-request.paid.v1" -> follows(
                    orders.apply(event, fact -> fact.with(event, read(data, OrderFact.RequestPaid.class))));
            case "refund.succeeded.v1" -> follows(
                    refunds.apply(event, fact -> fact.with(event, read(data, RefundFact.Succeeded.class))));
            case "case.opened.v1" -> follows(cases.apply(event, fact -> fact.opened(event, told(data))));
            case "return.authorised.v1" -> follows(
                    cases.apply(event, fact -> fact.returnAuthorised(event, told(data))));
            case "case.resolved.v1", "case.closed.v1" -> follows(
                    cases.apply(event, fact -> fact.settled(event, told(data))));
            case "conversation.opened.v1" -> follows(conversations.apply(event,
                    fact -> fact.with(event, read(data, ConversationFact.Opened.class))));
            default -> false;
        };
    }

    /** All that is known of somebody under all their identities, as it is now. */
    public History of(Collection<Buyer> buyers) {
        return new History(all(orders, buyers), all(refunds, buyers), all(cases, buyers),
                all(conversations, buyers));
    }

    private static <F extends Fact> List<F> all(FactStore<F> facts, Collection<Buyer> buyers) {
        return buyers.stream().flatMap(buyer -> facts.ofBuyer(buyer.key()).stream()).toList();
    }

    private static boolean follows(Step step) {
        return step.isCurrent();
    }

    private static CaseFact.Told told(JsonNode data) {
        return read(data, CaseFact.Told.class);
    }

    private static <T> T read(JsonNode data, Class<T> type) {
        return Json.WIRE.convertValue(data, type);
    }
}
