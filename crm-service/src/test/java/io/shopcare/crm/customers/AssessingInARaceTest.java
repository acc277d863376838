package io.shopcare.crm.customers;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.news.Happenings;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever writes last has seen all facts. */
class AssessingInARaceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final Buyer LIN = new Buyer("nuanyang", "web", "lin");

    private final CustomerKit crm = new CustomerKit();

    /** Loses its first race: while it thinks, another consumer hears more and writes first. */
    private record LosingStore(AggregateStore<Customer> store, Runnable meanwhile) implements AggregateStore<Customer> {

        @Override
        public Optional<Stored<Customer>> find(String id) {
            return store.find(id);
        }

        @Override
        public Outcome<Customer> create(String id, CommandContext context, Supplier<Decision<Customer>> first) {
            return store.create(id, context, first);
        }

        @Override
        public Outcome<Customer> decide(String id, CommandContext context,
                Function<Customer, Decision<Customer>> question) {
            question.apply(store.find(id).orElseThrow().aggregate());
            meanwhile.run();
            return store.decide(id, context, question);
        }
    }

    @Test
    @DisplayName("C3: a consumer that loses the race asks for the facts again, and does not write over what it missed")
    void asksForTheFactsAgain() {
        var id = crm.register.handle(LIN, new FirstHeard("order.placed.v1", "o1"));
        hear(Happenings.with(LIN).buys("o1", Money.of("10.00", "CNY"), NOW));
        var slow = new AssessCustomer(new LosingStore(crm.store, () -> {
            hear(Happenings.with(LIN).isRefunded("r1", "o1", Money.of("4.00", "CNY"), NOW));
            crm.assess.handle(id, "faster");
        }), crm.facts, crm.rules.rfm(), shop -> crm.cutPoints.get(), crm.rules.lifecycle(), crm.clock);

        slow.handle(id, "slower");

        assertThat(crm.customer(id).figures().spending()).singleElement()
                .satisfies(cny -> assertThat(cny.net()).isEqualTo(Money.of("6.00", "CNY")));
    }

    private void hear(Happenings happenings) {
        happenings.all().forEach(happening -> crm.facts.hear(happening.meta(), happening.data()));
    }
}
