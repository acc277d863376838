package io.shopcare.presale;

import java.util.Date;
import java.util.List;
import java.util.Map;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every question that a request or a sweep asks has its index, and no sort in memory")
class IndexesTest extends PresaleTest {
    @Autowired
    private MongoDatabase database;

    record Question(String collection, Bson filter, Bson sort) {
        @Override
        public String toString() {
            return collection + " " + filter.toBsonDocument().keySet() + " by " + sort.toBsonDocument();
        }
    }

    static List<Question> questions() {
        var none = new Document();
        var key = "state.opening.key";
        var state = "state.standing.state";
        var buyer = and(eq("shop", "s"), eq("state.opening.buyer.channel", "web"),
                eq("state.opening.buyer.buyerId", "lin"));
        var queue = and(eq("shop", "s"), eq("state.opening.language", "en"));
        var ticket = "state.standing.queue.ticket";
        return List.of(
                new Question("conversations", eq("shop", "s"), descending(key)),
                new Question("conversations", and(eq("shop", "s"), lt(key, "x")), descending(key)),
                new Question("conversations", and(eq("shop", "s"), eq(state, "queued"), lt(key, "x")), descending(key)),
                new Question("conversations", buyer, descending(key)),
                new Question("conversations", and(queue, gt(ticket, "")), ascending(ticket)),
                new Question("conversations", and(queue, lt(ticket, "x")), none),
                new Question("messages", and(eq("parent", "c"), gt("seq", 1), lte("seq", 9)),
                        ascending("parent", "seq")),
                new Question("messages", and(eq("parent", "c"), eq("clientMessageId", "x")), none),
                new Question("agents", and(eq("state.presence", "online"), eq("shop", "s")), none),
                new Question("agents", eq("state.presence", "online"), none),
                new Question("agents", gt("state.load", 0), none),
                new Question("known_orders", eq("fact.conversationId", "c"), none),
                new Question("known_orders",
                        new Document(Map.of("fact.shop", "s", "fact.channel", "web", "fact.buyerId", "lin")), none),
                new Question("known_stock", and(eq("fact.shop", "s"), eq("fact.sku", "x")), none),
                new Question("socket_tickets", lte("expiresAt", new Date(0)), none));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isAnsweredFromAnIndex(Question question) {
        asks(buyer("lin"), "在吗?").expect(201);
        var plan = database.getCollection(question.collection()).find(question.filter()).sort(question.sort())
                .explain(ExplainVerbosity.QUERY_PLANNER).get("queryPlanner", Document.class).toJson();
        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    }
}
