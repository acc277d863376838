package io.shopcare.order.rules;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.money.Money;

/** An order of more than the limit is looked at before it leaves the house. */
@Component
final class AmountIsWithinTheLimit implements AuditRule<AmountIsWithinTheLimit.Settings> {

    /** @param limits the most that goes without a look, one for each currency; others have none */
    record Settings(@NotEmpty @Size(max = 20) List<@NotNull Money> limits) {}

    @Override
    public String name() {
        return "amount-is-within-the-limit";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Saw look(Order order, Settings settings, Surroundings around) {
        var total = order.sale().total();
        return settings.limits().stream().filter(limit -> limit.currency().equals(total.currency()))
                .filter(limit -> total.compareTo(limit) > 0).findFirst()
                .map(limit -> Saw.concern("amount-above-limit", new Figure("total", total.text()),
                        new Figure("limit", limit.text())))
                .orElseGet(() -> Saw.fine(new Figure("total", total.text())));
    }
}
