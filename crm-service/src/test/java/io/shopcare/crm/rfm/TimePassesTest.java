package io.shopcare.crm.rfm;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.customers.CustomerEvent;
import io.shopcare.crm.lifecycle.Stage;
import io.shopcare.crm.scoring.CutPoints;

import static org.assertj.core.api.Assertions.assertThat;

/** Time carries customers over limits without anybody asking. */
class TimePassesTest {
    private final ShopInMemory shop = new ShopInMemory();
    private final LookAround look = new LookAround(new NoBook(), shop.goOn, shop.crm.customers.list,
            shop.crm.customers.assess, shop.settings, shop.crm.customers.clock);

    private record NoBook() implements CutPointBook {
        @Override
        public Optional<CutPoints> find(String of, String version) {
            return Optional.empty();
        }

        @Override
        public List<String> recomputing() {
            return List.of();
        }
    }

    @Test
    @DisplayName("C4, C5: a year without a purchase, told step by step, each on its day")
    void agesOnItsDay() {
        shop.withBuyer("lin", 1, 0, 1103);
        for (int day = 0; day <= 400; day++) {
            look.timePasses();
            shop.crm.customers.clock.advance(Duration.ofDays(1));
        }
        assertThat(shop.crm.published(CustomerEvent.RfmChanged.class))
                .extracting(change -> change.to().recency() + " " + change.to().group().code() + " " + change.orders())
                .containsExactly("5 new 1", "4 new 1", "3 promising 1", "2 almost-lost 1", "1 dormant 1",
                        "1 dormant 0");
        assertThat(shop.crm.published(CustomerEvent.LifecycleChanged.class))
                .extracting(CustomerEvent.LifecycleChanged::to)
                .containsExactly(Stage.NEW, Stage.AT_RISK, Stage.LAPSED);
        assertThat(shop.crm.customer().nextLookAt()).isNull();
    }

    @Test
    @DisplayName("C4: nobody is looked at before their time")
    void looksAtNobodyBefore() {
        shop.withBuyer("lin", 1, 0, 1103);
        Customer before = shop.crm.customer();
        var due = Objects.requireNonNull(before.nextLookAt());
        shop.crm.customers.clock.moveTo(due.minusMillis(1));
        assertThat(shop.crm.customers.list.due(shop.crm.customers.clock.instant(), 9)).isEmpty();
        shop.crm.customers.clock.moveTo(due);
        look.timePasses();
        assertThat(shop.crm.customer().nextLookAt()).isAfter(due);
    }
}
