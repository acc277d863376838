package io.shopcare.order.rules;

import java.util.Objects;

import org.springframework.stereotype.Component;

import io.shopcare.order.blacklist.Blacklist;
import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Figure;

/**
 * Neither the buyer nor the phone nor the address is on the shop's blacklist in crm-service. What the finding names is the
 * entry: why somebody is listed stays there, with those who may know.
 */
@Component
final class NobodyIsBlacklisted implements AuditRule<None> {
    private final Blacklist blacklist;

    NobodyIsBlacklisted(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    @Override
    public String name() {
        return "nobody-is-blacklisted";
    }

    @Override
    public Class<None> settings() {
        return None.class;
    }

    /** The list of that day: who was listed later did nothing wrong then. */
    @Override
    public boolean isOfTheMoment() {
        return true;
    }

    @Override
    public Saw look(Order order, None settings, Surroundings around) {
        var at = Objects.requireNonNullElse(order.payment().paidAt(), order.sale().placedAt());
        return blacklist.find(order.buyer(), order.sale().address(), at)
                .map(entry -> Saw.concern("blacklisted", new Figure("kind", entry.kind()),
                        new Figure("entry", entry.entryId())))
                .orElseGet(Saw::fine);
    }
}
