package io.shopcare.order.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;

/** It does not go to a freight forwarder (转运, 集运), where nobody sees who gets the goods and nothing comes back. */
@Component
final class AddressIsNoForwarder implements AuditRule<AddressIsNoForwarder.Settings> {

    /** @param words by which the addresses of forwarders are known */
    record Settings(@NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 40) String> words) {}

    @Override
    public String name() {
        return "address-is-no-forwarder";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Saw look(Order order, Settings settings, Surroundings around) {
        var address = order.sale().address();
        var text = Stream.of(address.street() == null ? "" : address.street(), address.detail(), address.name())
                .collect(Collectors.joining(" | "));
        var found = Words.in(text, settings.words());
        return found.isEmpty()
                ? Saw.fine()
                : Saw.concern("freight-forwarder", new Figure("words", String.join(", ", found)));
    }
}
