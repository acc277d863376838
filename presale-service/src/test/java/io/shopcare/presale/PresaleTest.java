package io.shopcare.presale;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.Neighbour;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.services.TestPerson;

/** A started service, its neighbours as stand-ins, and the people who call it. Every test takes a shop of its own. */
@ServiceTest
@Import(PresaleTest.NeighboursTopics.class)
public abstract class PresaleTest {
    public static final Neighbour CRM = new Neighbour();
    public static final Neighbour ORDERS = new Neighbour();
    private static int shops;

    /** The topics that order-service would have made. */
    @TestConfiguration(proxyBeanMethods = false)
    static class NeighboursTopics {
        @Bean
        KafkaAdmin.NewTopics topicsOfTheNeighbours() {
            return new KafkaAdmin.NewTopics(TopicBuilder.name("shopcare.order.orders").partitions(2).build(),
                    TopicBuilder.name("shopcare.order.stock").partitions(2).build());
        }
    }

    @Autowired
    protected Api api;
    protected final String shop = "shop-" + nextShop();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry settings) {
        settings.add("shopcare.crm.url", CRM::address);
        settings.add("shopcare.order.url", ORDERS::address);
        settings.add("shopcare.security.client.id", () -> "false"); // the stand-ins ask for no token
        settings.add("shopcare.presale.routing.sweep-every", () -> "300ms");
        settings.add("shopcare.presale.live.sweep-every", () -> "500ms");
    }

    private static synchronized int nextShop() {
        return ++shops;
    }

    protected TestPerson buyer(String id) {
        return TestPerson.buyer(id, shop);
    }

    protected TestPerson agent(String id) {
        return TestPerson.staff(id, "presales", shop);
    }

    protected TestPerson supervisor(String id) {
        return TestPerson.staff(id, "supervisor", shop);
    }

    protected void comesOnline(TestPerson agent, int capacity) {
        api.as(agent).put("/api/presale/presence?shop=" + shop,
                Map.of("state", "online", "capacity", capacity, "displayName", "小" + agent.id())).expect(200);
    }

    protected void leaves(TestPerson agent) {
        api.as(agent).put("/api/presale/presence?shop=" + shop, Map.of("state", "offline")).expect(200);
    }

    protected Api.Response asks(TestPerson buyer, String words) {
        return api.as(buyer).post("/api/presale/conversations",
                Map.of("shop", shop, "text", words, "clientMessageId", "c-" + Ids.next()));
    }

    protected Api.Response says(TestPerson person, String conversation, String words) {
        return api.as(person).post("/api/presale/conversations/" + conversation + "/messages",
                Map.of("text", words, "clientMessageId", "c-" + Ids.next()));
    }

    /** A conversation that an agent has. */
    protected String anActiveConversation(TestPerson buyer, TestPerson agent) {
        comesOnline(agent, 5);
        var id = asks(buyer, "灰色大衣 L 码有货吗?").expect(201).at("/id");
        until("assigned", () -> state(agent, id).equals("active"));
        return id;
    }

    protected String state(TestPerson reader, String conversation) {
        return api.as(reader).get("/api/presale/conversations/" + conversation).expect(200).at("/state");
    }

    /** Waits until it is so; fails after 15 s. */
    protected static void until(String what, Callable<Boolean> isSo) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        try {
            while (!isSo.call()) {
                if (System.nanoTime() > end)
                    throw new AssertionError("not within 15 s: " + what);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}
