package io.shopcare.order.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.data.mongo.MongoDataAutoConfiguration;
import org.springframework.boot.autoconfigure.mongo.MongoAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.deadlines.DeadlinesAutoConfiguration;
import io.shopcare.platform.leases.LeasesAutoConfiguration;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.StoreAutoConfiguration;
import io.shopcare.platform.telemetry.TelemetryAutoConfiguration;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;
import io.shopcare.platform.time.TimeAutoConfiguration;

import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The clocks of orders in three instances on one database, against payments that come in the last moment. */
class TheClocksOfOrdersTest {
    /** In the long form a thousand: {@code -Drace.orders=1000}. */
    private static final int ORDERS = Integer.getInteger("race.orders", 150);

    private final String uri = TestDatabase.freshUri();
    private final MutableClock clock = MutableClock.at(PAY_BY.minusMillis(1));
    private final List<AnnotationConfigApplicationContext> instances = new ArrayList<>();

    @AfterEach
    void stop() {
        instances.forEach(AnnotationConfigApplicationContext::close);
    }

    @Test
    @DisplayName("O5 S6 a hundred and fifty payments (a thousand in the long form) in the second of the deadline: one of them wins, and no money disappears")
    void oneWinsAndMoneyStays() {
        var orders = started();
        started();
        started();
        for (int i = 0; i < ORDERS; i++)
            orders.create("order-" + i, CommandContext.bySystem("place"),
                    () -> Decision.accept(OrderFixtures.aPlacedOrder()));

        clock.moveTo(PAY_BY);
        var payments = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < ORDERS; i++) {
            var id = "order-" + i;
            payments.add(CompletableFuture.runAsync(() -> orders.decide(id, CommandContext.bySystem("pay"),
                    order -> pay(order, "N-1", "PAY-1", "1103.90")).orThrow()));
        }
        payments.forEach(CompletableFuture::join);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (int i = 0; i < ORDERS; i++)
                isSettled(orders.find("order-" + i).orElseThrow().aggregate());
        });
    }

    @Test
    @DisplayName("O5 what nobody paid is closed at its deadline, and what anybody paid a part of is left to finance")
    void closesWhatNobodyPaid() {
        var orders = started();
        orders.create("unpaid", CommandContext.bySystem("place"), () -> Decision.accept(OrderFixtures.aPlacedOrder()));
        orders.create("part", CommandContext.bySystem("place"), () -> Decision.accept(
                OrderFixtures.next(pay(OrderFixtures.aPlacedOrder(), "N", "P", "1.00"))));

        clock.moveTo(PAY_BY);

        await().until(() -> orders.find("unpaid").orElseThrow().aggregate().isCancelled());
        assertThat(orders.find("part").orElseThrow().aggregate().isCancelled()).isFalse();
    }

    @Test
    @DisplayName("O4 a promise whose clock runs out is broken then")
    void breaksOverduePromises() {
        var orders = started();
        Instant due = PAY_BY.plusSeconds(60);
        orders.create("promised", CommandContext.bySystem("place"), () -> Decision.accept(
                OrderFixtures.anApprovedOrder(OrderFixtures.shipsBy(due))));

        clock.moveTo(due);

        await().until(() -> orders.find("promised").orElseThrow().aggregate().promises().open().isEmpty());
    }

    private static void isSettled(Order order) {
        assertThat(order.payment().sum("CNY")).isEqualTo(cny("1103.90"));
        if (order.isCancelled())
            assertThat(order.payment().received().getFirst().misfit()).isEqualTo("after-close");
        else
            assertThat(order.phase()).isEqualTo(Phase.AUDITING);
    }

    @SuppressWarnings("unchecked")
    private AggregateStore<Order> started() {
        var instance = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("spring.data.mongodb.uri=" + uri, "shopcare.platform.store.contention=20s",
                "shopcare.platform.deadlines.look-every=10ms", "shopcare.platform.leases.last=900ms",
                "shopcare.platform.leases.renew-every=100ms",
                "shopcare.platform.deadlines.clock-within=99999d").applyTo(instance);
        instance.registerBean(Clock.class, () -> clock);
        instance.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        for (var handled : List.of(OrderDeadlines.AUDIT, OrderDeadlines.EXCHANGE))
            instance.registerBean(handled, DeadlineHandler.class, () -> DeadlineHandler.of(
                    (AggregateType<Order>) instance.getBean("orderType"), handled, (id, now) -> {}));
        for (var end : List.of(OrderDeadlines.UNPAID_CLOSE, OrderDeadlines.REQUEST_EXPIRY)) // no payment was begun
            instance.registerBean(end, DeadlineHandler.class, () -> DeadlineHandler.of(
                    (AggregateType<Order>) instance.getBean("orderType"), end,
                    (id, now) -> ((AggregateStore<Order>) instance.getBean("orders")).decide(id,
                            CommandContext.bySystem(end),
                            order -> order.closeUnpaid(now))));
        instance.register(TimeAutoConfiguration.class, TelemetryAutoConfiguration.class, MongoAutoConfiguration.class,
                MongoDataAutoConfiguration.class, LeasesAutoConfiguration.class, StoreAutoConfiguration.class,
                OrdersConfiguration.class, DeadlinesAutoConfiguration.class);
        instance.refresh();
        instances.add(instance);
        return (AggregateStore<Order>) instance.getBean("orders");
    }
}
