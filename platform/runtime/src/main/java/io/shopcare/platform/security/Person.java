package io.shopcare.platform.security;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;

/**
 * The caller, from a verified token.
 *
 * @param id      subject of the token: person, buyer, visitor or service
 * @param roles   kebab-case role names
 * @param shops   shops that the caller belongs to; {@code *} is every shop (services only)
 * @param channel where a buyer comes from; null for staff
 * @param locale  language of the answers, unless the request says otherwise; null when the token does not tell
 */
public record Person(String id, Set<String> roles, Set<String> shops, @Nullable String channel,
        @Nullable String locale) {

    public Person {
        roles = Set.copyOf(roles);
        shops = Set.copyOf(shops);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller is a buyer or an anonymous visitor, who see only their own. */
    public boolean isBuyer() {
        return has("buyer") || has("visitor");
    }

    /** Whether the caller is another program. */
    public boolean isService() {
        return has("service");
    }

    /** Whether the caller belongs to this shop, in whatever role. */
    public boolean isIn(String shop) {
        return shops.contains(shop) || isService() && shops.contains("*");
    }

    /** Whether the caller works in this shop (or is a program that does). */
    public boolean worksIn(String shop) {
        return !isBuyer() && isIn(shop);
    }

    /** Whether the caller is this very buyer of this shop and channel. */
    public boolean isBuyer(String shop, String buyerChannel, String buyerId) {
        return isBuyer() && isIn(shop) && id.equals(buyerId) && buyerChannel.equals(channel);
    }

    /** As told in events and the audit trail. */
    public Actor actor() {
        if (isService())
            return Actor.service(id);
        return isBuyer() ? Actor.buyer(id) : Actor.staff(id);
    }
}
