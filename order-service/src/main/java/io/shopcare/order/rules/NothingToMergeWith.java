package io.shopcare.order.rules;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;

/** No other order of the same buyer to the same address waits that could travel with it: it is paid and not yet printed. */
@Component
final class NothingToMergeWith implements AuditRule<NothingToMergeWith.Settings> {
    /** Looked at; who has more than this on the way is told of the newest. */
    private static final int NEWEST = 20;

    private final NearbyOrders nearby;

    NothingToMergeWith(NearbyOrders nearby) {
        this.nearby = nearby;
    }

    /** @param withinHours between the two, either way */
    record Settings(@Min(1) @Max(720) int withinHours) {}

    @Override
    public String name() {
        return "nothing-to-merge-with";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean isOfTheMoment() {
        return true;
    }

    @Override
    public Saw look(Order order, Settings settings, Surroundings around) {
        var others = nearby.together(order, Duration.ofHours(settings.withinHours()), NEWEST).stream()
                .filter(NearbyOrders.Nearby::waits).toList();
        return others.isEmpty()
                ? Saw.fine()
                : Saw.concern("mergeable-order", new Figure("order", others.getFirst().orderNo()),
                        Figure.of("orders", others.size()));
    }
}
