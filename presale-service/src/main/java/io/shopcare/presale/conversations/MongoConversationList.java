package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

/** Questions about many conversations, answered by queries on the aggregates' own collection. */
@Component
final class MongoConversationList implements ConversationList, WaitingLine, ConversationVersions {
    private static final String STATE = "state.standing.state";
    private static final String KEY = "state.opening.key";
    private static final String CHANNEL = "state.opening.buyer.channel";
    private static final String BUYER = "state.opening.buyer.buyerId";
    private static final String LANGUAGE = "state.opening.language";
    private static final String TICKET = "state.standing.queue.ticket";
    /** Every index that the queries below need. */
    static final List<Bson> INDEXES = List.of(ascending("shop", KEY), ascending("shop", STATE, KEY),
            ascending("shop", CHANNEL, BUYER, KEY), ascending("shop", LANGUAGE, TICKET));
    private static final int LOOK_BACK = 5;

    private final MongoCollection<Document> documents;

    MongoConversationList(MongoDatabase database) {
        this.documents = database.getCollection(ConversationConfiguration.COLLECTION);
        INDEXES.forEach(documents::createIndex);
    }

    @Override
    public Page<Conversation> ofShop(String shop, @Nullable ConversationState state, @Nullable String after,
            int limit) {
        return page(state == null ? eq("shop", shop) : and(eq("shop", shop), eq(STATE, wire(state))), after, limit);
    }

    @Override
    public Page<Conversation> ofBuyer(Buyer buyer, @Nullable String after, int limit) {
        return page(of(buyer), after, limit);
    }

    @Override
    public Earlier before(Buyer buyer, Instant servedSince) {
        var latest = documents.find(of(buyer)).sort(Sorts.descending(KEY)).limit(LOOK_BACK)
                .map(MongoConversationList::read).into(new ArrayList<>());
        var lastAgent = latest.stream().map(conversation -> conversation.standing().assignment())
                .filter(Objects::nonNull).filter(served -> !served.at().isBefore(servedSince))
                .map(Assignment::agentId).findFirst();
        return new Earlier(!latest.isEmpty(), lastAgent.orElse(null));
    }

    @Override
    public List<Conversation> longest(String shop, String language, int most) {
        return documents.find(waiting(shop, language)).sort(ascending(TICKET)).limit(most)
                .map(MongoConversationList::read).into(new ArrayList<>());
    }

    @Override
    public long position(Conversation conversation) {
        var queue = conversation.standing().queue();
        return queue == null
                ? 0
                : 1 + documents.countDocuments(and(eq("shop", conversation.shop()),
                        eq(LANGUAGE, conversation.opening().language()), lt(TICKET, queue.ticket())));
    }

    @Override
    public Map<String, Long> of(List<String> conversations) {
        var found = new HashMap<String, Long>();
        documents.find(in("_id", conversations)).projection(include("version")).forEach(document -> found
                .put(document.getString("_id"), document.get("version", Number.class).longValue()));
        return found;
    }

    static Bson waiting(String shop, String language) {
        return and(eq("shop", shop), eq(LANGUAGE, language), gt(TICKET, ""));
    }

    static Bson of(Buyer buyer) {
        return and(eq("shop", buyer.shop()), eq(CHANNEL, buyer.channel()), eq(BUYER, buyer.buyerId()));
    }

    private Page<Conversation> page(Bson filter, @Nullable String after, int limit) {
        var from = Cursor.read(after, 1);
        var rest = from == null ? filter : and(filter, lt(KEY, from.keys().getFirst()));
        var found = documents.find(rest).sort(Sorts.descending(KEY)).limit(limit + 1).map(MongoConversationList::read)
                .into(new ArrayList<>());
        return Page.of(found, limit, conversation -> Cursor.of(conversation.opening().key()));
    }

    static String wire(ConversationState state) {
        return Json.STORED.convertValue(state, String.class);
    }

    private static Conversation read(Document document) {
        return Json.STORED.convertValue(document.get("state", Document.class), Conversation.class);
    }
}
