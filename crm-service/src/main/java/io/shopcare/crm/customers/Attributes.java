package io.shopcare.crm.customers;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Region;
import io.shopcare.crm.facts.ConversationFact;
import io.shopcare.crm.facts.History;
import io.shopcare.crm.facts.OrderFact;

/**
 * What is known of a person beside their purchases.
 *
 * @param language of the latest conversation, BCP 47
 * @param region   of the latest order
 */
public record Attributes(@Nullable String language, @Nullable Region region) {
    static final Attributes UNKNOWN = new Attributes(null, null);

    static Attributes of(History history) {
        var language = history.conversations().stream()
                .filter(one -> one.openedAt() != null && one.language() != null)
                .max(Comparator.comparing(ConversationFact::openedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(ConversationFact::language).orElse(null);
        var region = history.orders().stream().filter(one -> one.placedAt() != null && one.region() != null)
                .max(Comparator.comparing(OrderFact::placedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(OrderFact::region).orElse(null);
        return new Attributes(language, region);
    }
}
