package io.shopcare.presale.conversations;

import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;

import static com.mongodb.client.model.Filters.eq;

class WaitingLineInTheDatabaseTest extends WaitingLineContract {
    private final MutableClock clock = MutableClock.at(Fixtures.MORNING);
    private final MongoDatabase database = TestDatabase.fresh();
    private final MongoConversationList list = new MongoConversationList(database);
    private final ConversationsInMemory source = new ConversationsInMemory(clock, _ -> {});

    @Override
    WaitingLine line() {
        return list;
    }

    @Override
    Conversation waits(String buyer, String language) {
        clock.advance(Duration.ofMillis(5));
        var conversation = source.conversations().find(source.queued(buyer, language, null)).orElseThrow();
        write(conversation);
        return conversation;
    }

    @Override
    void leaves(Conversation conversation) {
        source.close(conversation.id());
        database.getCollection("conversations").deleteOne(eq("_id", conversation.id()));
        write(source.conversations().find(conversation.id()).orElseThrow());
    }

    private void write(Conversation conversation) {
        database.getCollection("conversations").insertOne(new Document("_id", conversation.id())
                .append("shop", conversation.shop()).append("version", 1L)
                .append("state", Json.STORED.convertValue(conversation, Document.class)));
    }
}
