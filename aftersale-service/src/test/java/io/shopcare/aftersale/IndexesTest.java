package io.shopcare.aftersale;

import java.util.Date;
import java.util.List;

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
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every question that a request or a job asks has its index, and no sort in memory")
class IndexesTest extends AftersaleTest {
    private static final String NUMBER = "state.caseNo";

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
        var shop = eq("shop", "s");
        var buyer = and(shop, eq("state.order.buyer.channel", "web"), eq("state.order.buyer.buyerId", "lin"));
        return List.of(new Question("cases", shop, ascending(NUMBER)),
                new Question("cases", and(shop, gt(NUMBER, "AS")), ascending(NUMBER)),
                new Question("cases", and(shop, eq("state.state", "opened")), ascending(NUMBER)),
                new Question("cases", and(and(shop, eq("state.state", "opened")), gt(NUMBER, "AS")),
                        ascending(NUMBER)),
                new Question("cases", and(and(shop, eq("state.standing.waitingFor", "agent")), gt(NUMBER, "AS")),
                        ascending(NUMBER)),
                new Question("cases", and(buyer, gt(NUMBER, "AS")), ascending(NUMBER)),
                new Question("cases",
                        and(shop, eq("state.state", "opened"), lt("state.targets.proposeBy", new Date(0))),
                        none),
                new Question("cases", eq("state.order.orderId", "o"), none),
                new Question("cases", eq("state.order.source", "heard"), ascending("state.order.source", "_id")),
                new Question("case_timeline", and(eq("parent", "c"), gt("seq", 1)), ascending("parent", "seq")),
                new Question("parcel_facts", eq("fact.orderIds", "o"), none),
                new Question("refund_facts", eq("fact.orderId", "o"), none),
                new Question("notices", eq("about", "c"), ascending("about", "createdAt")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isAnsweredFromAnIndex(Question question) {
        orderServiceKnowsTheOrder();
        opens(LIN).expect(201);
        var plan = database.getCollection(question.collection()).find(question.filter()).sort(question.sort())
                .explain(ExplainVerbosity.QUERY_PLANNER).get("queryPlanner", Document.class).toJson();
        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    }
}
