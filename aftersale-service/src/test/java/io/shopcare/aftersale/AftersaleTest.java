package io.shopcare.aftersale;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.shopcare.platform.testkit.services.NewsOfOthers;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.services.TestPerson;

/** A started service, order-service as a stand-in, and the people of the shop nuanyang. Each test has its own order. */
@ServiceTest
@Import(AftersaleTest.TopicsOfOrderService.class)
public abstract class AftersaleTest {
    public static final String SHOP = "nuanyang";
    public static final OrderServiceStandIn ORDERS = new OrderServiceStandIn();
    protected static final TestPerson LIN = TestPerson.buyer("lin", SHOP);
    protected static final TestPerson SHU = TestPerson.staff("shu", "aftersales", SHOP);
    protected static final TestPerson ZHU = TestPerson.staff("zhu", "supervisor", SHOP);
    protected static final TestPerson KU = TestPerson.staff("ku", "store-keeper", SHOP);
    protected static final TestPerson JIAN = TestPerson.staff("jian", "inspector", SHOP);

    /** The topics that order-service would have made. */
    @TestConfiguration(proxyBeanMethods = false)
    static class TopicsOfOrderService {
        @Bean
        KafkaAdmin.NewTopics topicsOfOrderService() {
            return new KafkaAdmin.NewTopics(topic("orders"), topic("parcels"), topic("refunds"), topic("stock"));
        }

        private static org.apache.kafka.clients.admin.NewTopic topic(String name) {
            return TopicBuilder.name("shopcare.order." + name).partitions(2).build();
        }
    }

    @Autowired
    protected Api api;
    protected final String orderId = Ids.next();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry settings) {
        // two instances, of which one is gone: nobody may notice
        settings.add("shopcare.order.url", () -> "http://127.0.0.1:1," + ORDERS.address());
        settings.add("shopcare.security.client.id", () -> "false"); // the stand-in asks for no token
        settings.add("resilience4j.circuitbreaker.instances.order-service.minimum-number-of-calls", () -> "1000");
        settings.add("shopcare.aftersale.orders.confirm-every", () -> "300ms");
        settings.add("spring.mail.port", () -> "1"); // nobody is there: notices wait, and can be seen waiting
    }

    protected Api.Response opens(TestPerson person) {
        return opens(person, Map.of("shop", SHOP, "orderId", orderId, "kind", "return-and-refund", "reason",
                "unwanted", "lines", List.of(Map.of("lineId", "2", "quantity", 1)), "words", "颜色和想象的不一样"));
    }

    protected Api.Response opens(TestPerson person, Map<String, Object> request) {
        return api.as(person).post("/api/aftersale/cases", request);
    }

    /** Lin's order of the contract's samples, under this test's id, delivered and signed for. */
    protected void orderServiceKnowsTheOrder() {
        ORDERS.knows(orderId);
    }

    protected Api.Response does(TestPerson person, String caseId, String action, Map<String, Object> request) {
        return api.as(person).post("/api/aftersale/cases/" + caseId + "/" + action, request);
    }

    protected Api.Response sees(TestPerson person, String caseId) {
        return api.as(person).get("/api/aftersale/cases/" + caseId);
    }

    protected void offersTwo(String caseId) {
        does(SHU, caseId, "remedies", Map.of("remedies", List.of(Map.of("kind", "return-and-refund"),
                Map.of("kind", "keep-with-partial-refund", "amount",
                        Map.of("amount", "40.00", "currency", "CNY")))))
                .expect(200);
    }

    /** A case of which the scarf is back, graded as new, and the refund is asked for. */
    protected String aCaseThatAskedForItsRefund() {
        orderServiceKnowsTheOrder();
        var id = opens(LIN).expect(201).at("/id");
        offersTwo(id);
        chooses(LIN, id, "return-and-refund").expect(200);
        does(LIN, id, "goods-sent", Map.of("carrier", "shunfeng", "waybill", "SF1040099120044")).expect(200);
        does(KU, id, "goods-received", Map.of()).expect(200);
        does(JIAN, id, "grading", Map.of("lines", List.of(Map.of("lineId", "2", "quantity", 1, "grade", "as-new"))))
                .expect(200);
        return id;
    }

    protected Api.Response chooses(TestPerson person, String caseId, String kind) {
        for (var remedy : sees(LIN, caseId).expect(200).json().at("/proposal/remedies"))
            if (remedy.path("kind").asText().equals(kind))
                return does(person, caseId, "choice", Map.of("remedyId", remedy.path("remedyId").asText()));
        throw new AssertionError("no remedy " + kind);
    }

    /** An event of order-service about the refund of a case. */
    protected ObjectNode aboutTheRefund(String caseId, String type, String sample) {
        var refund = sees(SHU, caseId).json().at("/refunds/0");
        var data = NewsOfOthers.sample(type, sample).put("caseId", caseId).put("orderId", orderId)
                .put("refundId", "refund-of-" + caseId).put("requestId", refund.path("requestId").asText());
        data.set("amount", refund.path("amount"));
        return data;
    }

    /** Waits until it is so; fails after 20 s. */
    protected static void until(String what, Callable<Boolean> isSo) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        try {
            while (!isSo.call()) {
                if (System.nanoTime() > end)
                    throw new AssertionError("not within 20 s: " + what);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}
