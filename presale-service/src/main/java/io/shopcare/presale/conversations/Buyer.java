package io.shopcare.presale.conversations;

import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;

/**
 * Who asks, as known in one shop and channel.
 *
 * @param shop    id of the shop
 * @param channel where the buyer meets us
 * @param buyerId opaque id in that channel
 */
public record Buyer(String shop, String channel, String buyerId) {

    /** The caller as a buyer of a shop; a shop that is not theirs is not found. */
    static Buyer of(Person person, String shop) {
        var channel = person.channel();
        if (!person.isBuyer() || channel == null || !person.isIn(shop))
            throw ProblemException.notFound();
        return new Buyer(shop, channel, person.id());
    }

    /** What only one conversation of this buyer can hold at a time. */
    String openConversation() {
        return "open-conversation/" + shop + "/" + channel + "/" + buyerId;
    }
}
