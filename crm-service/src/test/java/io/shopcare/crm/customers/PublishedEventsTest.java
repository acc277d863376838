package io.shopcare.crm.customers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.news.CrmInMemory;
import io.shopcare.crm.news.Happenings;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.EventContract;

import static org.assertj.core.api.Assertions.assertThat;

/** What this service publishes is as agreed. */
class PublishedEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final Money MUCH = Money.of("1103.90", "CNY");

    private final CrmInMemory crm = new CrmInMemory();

    @Test
    @DisplayName("every event of a life with purchases, refunds and time is valid by the closed schema")
    void isValid() {
        var life = Happenings.with(new Buyer("nuanyang", "web", "lin")).asks("c1", NOW.minus(Duration.ofDays(400)))
                .buys("o0", MUCH, NOW.minus(Duration.ofDays(380))).buys("o1", MUCH, NOW.minus(Duration.ofDays(9)))
                .buys("o2", MUCH, NOW.minus(Duration.ofDays(8))).isRefunded("r1", "o1", MUCH, NOW)
                .isRefunded("r2", "o2", MUCH, NOW).isRefunded("r0", "o0", MUCH, NOW);
        crm.hear(life.all());

        var types = crm.customers.store.published().stream().map(published -> {
            var type = EventData.typeOf(published.event());
            var data = EventData.of(published.event(), Actor.system("rfm"), NOW);
            Contracts.producerSchema(type).check(Json.WIRE.valueToTree(data).toString());
            return type;
        }).collect(Collectors.toSet());
        assertThat(types).isEqualTo(ours());
    }

    @Test
    @DisplayName("C4: the last refund leaves a prospect with no orders, and nothing in the currency that was paid")
    void tellsOfNothingLeft() {
        crm.hear(Happenings.with(new Buyer("nuanyang", "web", "lin")).buys("o1", MUCH, NOW)
                .isRefunded("r1", "o1", MUCH, NOW).all());
        var last = crm.published(CustomerEvent.RfmChanged.class).getLast();
        assertThat(last.orders()).isZero();
        assertThat(last.net()).isEqualTo(Money.zero("CNY"));
        assertThat(last.to().group().code()).isEqualTo("prospects");
        assertThat(crm.published(CustomerEvent.LifecycleChanged.class)).extracting(change -> change.to().code())
                .isEqualTo(List.of("new", "potential"));
    }

    private static Set<String> ours() {
        return Contracts.events().values().stream().filter(event -> event.topic().equals("shopcare.crm.customers"))
                .map(EventContract::type).collect(Collectors.toSet());
    }
}
