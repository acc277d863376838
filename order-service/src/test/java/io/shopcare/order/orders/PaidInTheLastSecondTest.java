package io.shopcare.order.orders;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.StoreInstance;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.services.TestDatabase;

import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static org.assertj.core.api.Assertions.assertThat;

/** S6 on the database: one instance hears the payment while another one closes the order. */
class PaidInTheLastSecondTest {
    private final String uri = TestDatabase.freshUri();
    private final StoreInstance one = new StoreInstance(uri);
    private final StoreInstance two = new StoreInstance(uri);

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    @DisplayName("O5 S6 whichever is first wins, and money never disappears")
    void oneOfThemWins() throws Exception {
        var config = new OrdersConfiguration();
        var hearing = config.orders(one.stores(), config.orderType());
        var closing = config.orders(two.stores(), config.orderType());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                var id = "order-" + round;
                hearing.create(id, CommandContext.bySystem("place"),
                        () -> Decision.accept(OrderFixtures.aPlacedOrder()));
                Callable<Outcome<Order>> heard = () -> hearing.decide(id, CommandContext.bySystem("pay"),
                        order -> pay(order, "N-1", "PAY-1", "1103.90"));
                Callable<Outcome<Order>> closed = () -> closing.decide(id, CommandContext.bySystem("close"),
                        order -> order.closeUnpaid(PAY_BY));
                for (var answer : threads.invokeAll(List.of(heard, closed)))
                    assertThat(answer.get()).isInstanceOf(Outcome.Accepted.class);
                isSettled(hearing, id);
            }
        }
    }

    private static void isSettled(AggregateStore<Order> orders, String id) {
        var order = orders.find(id).orElseThrow().aggregate();
        assertThat(order.payment().sum("CNY")).isEqualTo(cny("1103.90"));
        if (order.isCancelled())
            assertThat(order.payment().received().getFirst().misfit()).isEqualTo("after-close");
        else
            assertThat(order.phase()).isEqualTo(Phase.AUDITING);
    }
}
