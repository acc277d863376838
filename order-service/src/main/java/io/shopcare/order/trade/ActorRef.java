package io.shopcare.order.trade;

import java.util.Locale;

import io.shopcare.platform.commands.Actor;

/**
 * Who did something, as events tell it.
 *
 * @param kind buyer, staff, service or system
 * @param id   no name
 */
public record ActorRef(String kind, String id) {

    /** The same in the words of the contract. */
    public static ActorRef of(Actor actor) {
        return new ActorRef(actor.kind().name().toLowerCase(Locale.ROOT), actor.id());
    }

    /** A rule or a clock. */
    public static ActorRef system(String what) {
        return new ActorRef("system", what);
    }
}
