package io.shopcare.presale.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.presale.PresaleTest;
import io.shopcare.presale.SecondInstance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P2: two instances, many threads: no agent too many, no conversation twice, nobody forgotten")
class RoutingRacesTest extends PresaleTest {
    private static final int BUYERS = 48;
    private static final int CAPACITY = 2;

    @Autowired
    private MongoDatabase database;
    @Autowired
    private Environment settings;

    private record Served(String agent, long from, long until) {}

    @Test
    void neitherTooManyNorTwiceNorForgotten() throws Exception {
        var instances = List.of(api, SecondInstance.beside(settings).api());
        var people = List.of("mei", "jun", "ana", "bob").stream().map(this::agent).toList();
        for (var agent : people)
            comesOnline(agent, CAPACITY);
        var opened = ConcurrentHashMap.<String>newKeySet();
        var ended = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < BUYERS; i++) {
                var buyer = buyer("b" + i);
                var instance = instances.get(i % 2);
                work.add(threads.submit(() -> opened.add(instance.as(buyer).post("/api/presale/conversations",
                        Map.of("shop", shop, "text", "在吗?", "clientMessageId", "c-" + Ids.next())).expect(201)
                        .at("/id"))));
            }
            for (var agent : people)
                work.add(threads.submit(() -> serveUntilAllAreServed(instances, agent, ended)));
            for (var one : work)
                one.get();
        }
        assertThat(opened).hasSize(BUYERS);
        assertThat(ended).hasValue(BUYERS);
        eachWasGivenOnce(opened);
        noAgentHadTooMany();
        until("all places are free", () -> database.getCollection("agents")
                .countDocuments(and(eq("shop", shop), eq("state.load", 0))) == people.size());
    }

    /** An agent ends what they have, now here, now there. */
    private void serveUntilAllAreServed(List<Api> instances, TestPerson agent, AtomicInteger ended) {
        until("all are served", () -> {
            for (var mine : database.getCollection("conversations").find(and(eq("shop", shop),
                    eq("state.standing.state", "active"), eq("state.standing.assignment.agentId", agent.id())))) {
                var instance = instances.get(ThreadLocalRandom.current().nextInt(2));
                instance.as(agent).post("/api/presale/conversations/" + mine.getString("_id") + "/closure",
                        Map.of("reason", "done")).expect(200);
                ended.incrementAndGet();
            }
            return ended.get() >= BUYERS;
        });
    }

    private void eachWasGivenOnce(Set<String> opened) {
        for (var id : opened)
            until("told of " + id, () -> database.getCollection("conversation_timeline")
                    .countDocuments(and(eq("parent", id), eq("type", "conversation.closed.v1"))) == 1);
        for (var id : opened)
            assertThat(database.getCollection("conversation_timeline")
                    .countDocuments(and(eq("parent", id), eq("type", "conversation.assigned.v1")))).isEqualTo(1);
    }

    /** From what is stored: how many of an agent's conversations overlap in time, at most. */
    private void noAgentHadTooMany() {
        var served = database.getCollection("conversations").find(eq("shop", shop)).map(RoutingRacesTest::served)
                .into(new ArrayList<>());
        assertThat(served).hasSize(BUYERS);
        for (var agent : served.stream().map(Served::agent).distinct().toList()) {
            var steps = new ArrayList<long[]>();
            served.stream().filter(one -> one.agent().equals(agent)).forEach(one -> {
                steps.add(new long[]{one.from(), 1});
                steps.add(new long[]{one.until(), -1});
            });
            steps.sort(Comparator.<long[]>comparingLong(step -> step[0]).thenComparingLong(step -> step[1]));
            long now = 0;
            long most = 0;
            for (var step : steps) {
                now += step[1];
                most = Math.max(most, now);
            }
            assertThat(most).as("conversations of %s at a time", agent).isLessThanOrEqualTo(CAPACITY);
        }
    }

    private static Served served(Document conversation) {
        var standing = conversation.getEmbedded(List.of("state", "standing"), Document.class);
        return new Served(standing.getEmbedded(List.of("assignment", "agentId"), String.class),
                standing.getEmbedded(List.of("assignment", "at"), Date.class).getTime(),
                standing.getEmbedded(List.of("closure", "at"), Date.class).getTime());
    }
}
