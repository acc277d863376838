package io.shopcare.order.rules;

import java.time.Duration;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.refunds.RefundsOfBuyers;
import io.shopcare.order.trade.Figure;

/** The buyer was not refunded unusually often of late. */
@Component
final class RefundsAreFew implements AuditRule<RefundsAreFew.Settings> {
    private final RefundsOfBuyers refunds;

    RefundsAreFew(RefundsOfBuyers refunds) {
        this.refunds = refunds;
    }

    /** @param atMost refunds that nobody wonders about, in so many days before the payment */
    record Settings(@Min(0) @Max(100) int atMost, @Min(1) @Max(365) int withinDays) {}

    @Override
    public String name() {
        return "refunds-are-few";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Saw look(Order order, Settings settings, Surroundings around) {
        var until = Objects.requireNonNullElse(order.payment().paidAt(), order.sale().placedAt());
        int found = refunds.succeeded(order.buyer(), until.minus(Duration.ofDays(settings.withinDays())), until,
                settings.atMost() + 1);
        return found <= settings.atMost()
                ? Saw.fine(Figure.of("refunds", found))
                : Saw.concern("many-refunds", Figure.of("limit", settings.atMost()),
                        Figure.of("days", settings.withinDays()));
    }
}
