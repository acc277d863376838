package io.shopcare.presale.routing;

import java.time.Instant;

/**
 * A place that a conversation takes, or for which it is reserved, on an agent.
 *
 * @param round of the conversation's waiting, for which it was reserved
 * @param since when it was reserved
 */
record Place(String conversation, int round, Instant since) {

    boolean isOf(String otherConversation, int otherRound) {
        return conversation.equals(otherConversation) && round == otherRound;
    }
}
