package io.shopcare.presale.conversations;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;
import io.shopcare.presale.orders.KnownOrder;
import io.shopcare.presale.orders.KnownOrders;

/** Sums up and resolves a conversation; its agent's place is free. */
@Component
class WrapUpConversation {
    private final Conversations conversations;
    private final KnownOrders orders;
    private final ConversationSettings settings;
    private final Clock clock;

    WrapUpConversation(Conversations conversations, KnownOrders orders, ConversationSettings settings, Clock clock) {
        this.conversations = conversations;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param outcome null to have it told by what is known: orders, then whether it was solved */
    record Command(String conversation, Intent need, String process, String solution, @Nullable String feedback,
            boolean solved, @Nullable WrapUpOutcome outcome, Participant who) {

        WrapUp summary(boolean ordered) {
            var told = outcome != null ? outcome : byFacts(ordered);
            return new WrapUp(need, process, solution, feedback, solved, told);
        }

        private WrapUpOutcome byFacts(boolean ordered) {
            if (ordered)
                return WrapUpOutcome.ORDERED;
            return solved ? WrapUpOutcome.ANSWERED : WrapUpOutcome.OTHER;
        }
    }

    Outcome<Conversation> handle(Command command, CommandContext context) {
        var orderIds = orders.ofConversation(command.conversation()).stream().map(KnownOrder::orderId).toList();
        var summary = command.summary(!orderIds.isEmpty());
        return conversations.decide(command.conversation(), context, conversation -> conversation.wrapUp(summary,
                orderIds, command.who(), clock.instant().plus(settings.reopeningWindow())));
    }
}
