package io.shopcare.order.rules;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;

/** The same buyer did not order the same items to the same address shortly before or after (重复拍下). */
@Component
final class NothingLikeItWasOrdered implements AuditRule<NothingLikeItWasOrdered.Settings> {
    private static final int ENOUGH = 5;

    private final NearbyOrders nearby;

    NothingLikeItWasOrdered(NearbyOrders nearby) {
        this.nearby = nearby;
    }

    /** @param withinMinutes between the two, either way */
    record Settings(@Min(1) @Max(10_080) int withinMinutes) {}

    @Override
    public String name() {
        return "nothing-like-it-was-ordered";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Saw look(Order order, Settings settings, Surroundings around) {
        var twins = nearby.alike(order, Duration.ofMinutes(settings.withinMinutes()), ENOUGH);
        if (twins.isEmpty())
            return Saw.fine();
        var twin = twins.getFirst();
        return Saw.concern("duplicate-order", new Figure("order", twin.orderNo()), Figure.of("orders", twins.size()),
                Figure.of("minutes", Duration.between(order.sale().placedAt(), twin.placedAt()).abs().toMinutes()));
    }
}
