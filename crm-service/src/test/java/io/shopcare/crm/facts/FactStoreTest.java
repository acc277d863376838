package io.shopcare.crm.facts;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.buyers.Region;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts.Step;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Both fact stores keep the same promises. */
class FactStoreTest {
    private static final Instant AT = Instant.parse("2026-11-10T01:52:10Z");
    private static final Buyer LIN = new Buyer("nuanyang", "web", "lin");

    static Stream<FactStore<OrderFact>> stores() {
        return Stream.of(new InMemoryFactStore<>(OrderFact.UNKNOWN),
                MongoFactStore.in(TestDatabase.fresh(), "facts_orders", OrderFact.class, OrderFact.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("C3: applies the next, repeats the same, drops the older")
    void appliesOnce(FactStore<OrderFact> orders) {
        assertThat(place(orders, "o1", 1)).isEqualTo(Step.APPLIED);
        assertThat(pay(orders, "o1", 2)).isEqualTo(Step.APPLIED);
        assertThat(pay(orders, "o1", 2)).isEqualTo(Step.AGAIN);
        assertThat(place(orders, "o1", 1)).isEqualTo(Step.OLDER);
        assertThat(orders.ofBuyer(LIN.key())).containsExactly(new OrderFact("o1", LIN.key(), 2, AT,
                new Region("CN", "330100"), Money.of("10.00", "CNY"), null));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void findsAllOfABuyerAndOfNobodyElse(FactStore<OrderFact> orders) {
        place(orders, "o1", 1);
        place(orders, "o2", 1);
        assertThat(orders.ofBuyer(LIN.key())).extracting(OrderFact::id).containsExactlyInAnyOrder("o1", "o2");
        assertThat(orders.ofBuyer("nuanyang/web/tom")).isEmpty();
    }

    private static Step place(FactStore<OrderFact> orders, String id, long sequence) {
        return orders.apply(event(id, sequence), fact -> fact.with(event(id, sequence),
                new OrderFact.Placed(LIN, new OrderFact.Destination("CN", "330106"))));
    }

    private static Step pay(FactStore<OrderFact> orders, String id, long sequence) {
        return orders.apply(event(id, sequence),
                fact -> fact.with(event(id, sequence), new OrderFact.Paid(LIN, Money.of("10.00", "CNY"))));
    }

    private static EventMeta event(String subject, long sequence) {
        return new EventMeta("shopcare.order.orders", subject + "-" + sequence, "order.any.v1", subject, sequence, AT,
                Actor.buyer("lin"));
    }
}
