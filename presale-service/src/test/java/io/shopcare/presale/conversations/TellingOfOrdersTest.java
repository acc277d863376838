package io.shopcare.presale.conversations;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.store.Claims;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;
import io.shopcare.presale.orders.KnownOrder;

import static org.assertj.core.api.Assertions.assertThat;

/** In which conversation somebody is told of an order. */
class TellingOfOrdersTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final ConversationsInMemory there = new ConversationsInMemory(clock, change -> {});
    private final NoticeHeldOrder held = new NoticeHeldOrder(there.conversations(), Claims.in(TestDatabase.fresh()),
            clock);

    @Test
    @DisplayName("O8 G2 an order that names the conversation of another buyer is not told of there")
    void tellsNobodyElse() {
        var ofLin = there.queued("lin", "zh-CN", null);
        assertThat(held.target(anOrder("lin", ofLin))).contains(ofLin);
        assertThat(held.target(anOrder("wang", ofLin))).isEmpty();
    }

    private static KnownOrder anOrder(String buyer, String conversation) {
        return new KnownOrder("order-1", "NY-1", "nuanyang", "web", buyer, conversation, null, "placed", List.of(),
                null);
    }
}
