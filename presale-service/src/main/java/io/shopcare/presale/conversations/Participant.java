package io.shopcare.presale.conversations;

/** Somebody who takes part: the buyer, an agent, or a supervisor, who may do what any agent may. */
public sealed interface Participant {

    /** Id of the person. */
    String id();

    record TheBuyer(String id) implements Participant {}

    record AnAgent(String id) implements Participant {}

    record ASupervisor(String id) implements Participant {}

    /** Whether this is the shop's side. */
    default boolean isStaff() {
        return !(this instanceof TheBuyer);
    }

    /** As which side they speak. */
    default AuthorKind side() {
        return isStaff() ? AuthorKind.STAFF : AuthorKind.BUYER;
    }
}
