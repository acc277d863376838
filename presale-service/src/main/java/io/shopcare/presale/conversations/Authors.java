package io.shopcare.presale.conversations;

/** As whom a participant speaks. */
public final class Authors {
    private Authors() {}

    /** The agent by the name that they chose, others of the shop by what they are. */
    public static Author of(Participant who, Conversation conversation) {
        if (!who.isStaff())
            return new Author(AuthorKind.BUYER, who.id(), null);
        var assignment = conversation.standing().assignment();
        var name = assignment != null && assignment.agentId().equals(who.id()) ? assignment.displayName() : null;
        return new Author(AuthorKind.STAFF, who.id(),
                name != null ? name : ServiceTexts.text("agent", conversation.opening().language()));
    }
}
