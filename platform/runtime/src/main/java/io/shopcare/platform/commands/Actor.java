package io.shopcare.platform.commands;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who acted, as told in events and the audit trail.
 *
 * @param kind of actor
 * @param id   person, buyer or service id; no name
 */
public record Actor(Kind kind, String id) {

    /** Kinds of actor, written as in the contract wherever they are stored or sent. */
    public enum Kind {
        @JsonProperty("buyer")
        BUYER,
        @JsonProperty("staff")
        STAFF,
        @JsonProperty("service")
        SERVICE,
        @JsonProperty("system")
        SYSTEM
    }

    /** The program itself, by a rule or a clock. */
    public static Actor system(String what) {
        return new Actor(Kind.SYSTEM, what);
    }

    /** Another program. */
    public static Actor service(String name) {
        return new Actor(Kind.SERVICE, name);
    }

    /** A buyer. */
    public static Actor buyer(String id) {
        return new Actor(Kind.BUYER, id);
    }

    /** A person of the shop. */
    public static Actor staff(String id) {
        return new Actor(Kind.STAFF, id);
    }
}
