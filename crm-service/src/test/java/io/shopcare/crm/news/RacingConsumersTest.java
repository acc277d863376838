package io.shopcare.crm.news;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.customers.Identities;
import io.shopcare.crm.http.CrmTest;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;

import static org.assertj.core.api.Assertions.assertThat;

/** The topics are read at once, by several instances: nobody writes over what another has heard. */
@CrmTest
class RacingConsumersTest {
    @Autowired
    private CustomerNews news;
    @Autowired
    private AggregateStore<Customer> customers;
    @Autowired
    private Identities identities;

    @RepeatedTest(4)
    @DisplayName("C1, C3: one profile with the figures of a recount, while two instances hear all topics at the same time")
    void losesNothing() throws Exception {
        var buyer = new Buyer("nuanyang", "web", "racer-" + Ids.next());
        var life = Lives.of(buyer, new Random(buyer.hashCode()));
        var byTopic = life.stream().collect(Collectors.groupingBy(Happening::kind));
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int instance = 0; instance < 2; instance++)
            byTopic.values().forEach(topic -> threads.add(Thread.startVirtualThread(() -> {
                await(start);
                topic.forEach(event -> news.hear(event.kind(), event.meta(), event.data()));
            })));
        start.countDown();
        for (var thread : threads)
            thread.join();
        var customer = customers.find(identities.customerOf(buyer).orElseThrow()).orElseThrow().aggregate();
        assertThat(customer.figures()).isEqualTo(Recount.of(life));
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
