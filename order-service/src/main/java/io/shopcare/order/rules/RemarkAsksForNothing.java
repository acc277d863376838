package io.shopcare.order.rules;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;

/** The buyer's remark asks for nothing that only a person can see to, such as another colour (O4). */
@Component
final class RemarkAsksForNothing implements AuditRule<RemarkAsksForNothing.Settings> {

    /** @param words that call for a person; with none, every remark does */
    record Settings(@NotNull @Size(max = 200) List<@NotBlank @Size(max = 40) String> words) {}

    @Override
    public String name() {
        return "remark-asks-for-nothing";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Saw look(Order order, Settings settings, Surroundings around) {
        var remark = order.sale().remark();
        if (remark == null || remark.isBlank())
            return Saw.fine();
        if (settings.words().isEmpty())
            return Saw.concern("remark-needs-a-look");
        var found = Words.in(remark, settings.words());
        // the words are the shop's own; what the buyer wrote stays out of the reason
        return found.isEmpty()
                ? Saw.fine()
                : Saw.concern("remark-asks-for-something", new Figure("words", String.join(", ", found)));
    }
}
