package io.shopcare.presale.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

/**
 * {@link Messages} from two places: those that still ride with the conversation, then those that the relay has filed.
 * Read in this order none is missed, and where all that is asked for still rides, the second place is not asked; only what the conversation counted at the first look is told, since the relay may
 * be in the middle of filing what came later.
 */
@Component
final class MongoMessages implements Messages {
    static final Bson INDEX = ascending("parent", "seq");
    static final Bson SENT = ascending("parent", "clientMessageId");

    private final MongoCollection<Document> conversations;
    private final MongoCollection<Document> filed;

    MongoMessages(MongoDatabase database) {
        this.conversations = database.getCollection(ConversationConfiguration.COLLECTION);
        this.filed = database.getCollection(Message.COLLECTION);
        filed.createIndex(INDEX);
        filed.createIndex(SENT);
    }

    @Override
    public List<Message> after(String conversation, long seq, int most) {
        var looked = look(conversation);
        if (looked.isEmpty())
            return List.of();
        long last = looked.get().getEmbedded(List.of("state", "talk", "lastSequence"), Number.class).longValue();
        if (last <= seq)
            return List.of();
        var found = new TreeMap<Long, Message>();
        riding(looked.get()).filter(message -> message.seq() > seq).forEach(message -> put(found, message));
        if (found.size() < last - seq)
            filed.find(page(conversation, seq, last)).sort(ascending("parent", "seq")).limit(most)
                    .forEach(document -> put(found, read(document)));
        return found.values().stream().limit(most).toList();
    }

    static Bson page(String conversation, long after, long last) {
        return and(eq("parent", conversation), gt("seq", after), lte("seq", last));
    }

    @Override
    public Optional<Long> sent(String conversation, Draft draft) {
        var riding = look(conversation).stream().flatMap(MongoMessages::riding);
        var known = filed.find(sentBefore(conversation, draft)).map(MongoMessages::read).into(new ArrayList<>());
        return Stream.concat(known.stream(), riding)
                .filter(message -> draft.clientMessageId() != null
                        && draft.clientMessageId().equals(message.clientMessageId())
                        && message.author().kind() == draft.author().kind()
                        && message.author().id().equals(draft.author().id()))
                .map(Message::seq).findFirst();
    }

    static Bson sentBefore(String conversation, Draft draft) {
        return and(eq("parent", conversation), eq("clientMessageId", draft.clientMessageId()));
    }

    private Optional<Document> look(String conversation) {
        return Optional.ofNullable(conversations.find(eq("_id", conversation))
                .projection(include("outbox.pending", "state.talk.lastSequence")).first());
    }

    private static Stream<Message> riding(Document conversation) {
        return conversation.get("outbox", Document.class).getList("pending", Document.class, List.of()).stream()
                .filter(entry -> Message.COLLECTION.equals(entry.getString("in")))
                .map(entry -> read(entry.get("doc", Document.class)));
    }

    private static void put(TreeMap<Long, Message> found, Message message) {
        found.put(message.seq(), message);
    }

    private static Message read(Document document) {
        return Json.STORED.convertValue(document, Message.class);
    }
}
