package io.shopcare.order.payments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import io.shopcare.order.payments.Payment.Part;
import io.shopcare.order.payments.Payment.Receipt;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes for several orders together: no unit is lost, and nobody gets another's while their own is missing. */
@Tag("O3")
class SplittingAPaymentPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");

    @Property(tries = 500)
    void eachUnitGoesSomewhereOnce(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 5000) Integer> asked,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 20_000) Integer> came) {
        var payment = receiving(payment(asked), came);
        var given = new long[asked.size()];
        for (int i = 0; i < came.size(); i++) {
            var shares = payment.split("n-" + i);
            assertThat(shares).noneMatch(Money::isNegative).hasSameSizeAs(asked);
            assertThat(Money.sum("CNY", shares).minor()).isEqualTo((long) came.get(i));
            for (int k = 0; k < given.length; k++)
                given[k] += shares.get(k).minor();
            long sum = came.subList(0, i + 1).stream().mapToLong(Integer::longValue).sum();
            long wanted = asked.stream().mapToLong(Integer::longValue).sum();
            for (int k = 0; k < given.length; k++) {
                if (sum >= wanted)
                    assertThat(given[k]).as("all is there").isGreaterThanOrEqualTo((long) asked.get(k));
                else
                    assertThat(given[k]).as("no more than its own").isLessThanOrEqualTo((long) asked.get(k));
            }
        }
    }

    @Property(tries = 200)
    void whoIsToldLaterSplitsAlike(@ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 500) Integer> asked,
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 900) Integer> came) {
        var early = receiving(payment(asked), came.subList(0, 1));
        assertThat(receiving(early, came).split("n-0")).isEqualTo(early.split("n-0"));
    }

    private static Payment payment(List<Integer> asked) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < asked.size(); i++)
            parts.add(new Part("order-" + i, null, new Money(asked.get(i), "CNY")));
        return next(Payment.begin("PAY-1", new Buyer("nuanyang", "web", "lin"), parts, NOW));
    }

    private static Payment receiving(Payment payment, List<Integer> came) {
        var next = payment;
        for (int i = 0; i < came.size(); i++)
            next = next(next.received(new Receipt("n-" + i, new Money(came.get(i), "CNY"), NOW), NOW));
        return next;
    }

    private static Payment next(Decision<Payment> decision) {
        return ((Decision.Accepted<Payment>) decision).aggregate();
    }
}
