package io.shopcare.presale.conversations;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Claims;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.presale.orders.KnownOrder;
import io.shopcare.presale.orders.KnownOrders;

/**
 * Opens a conversation, or says the words in the one that this buyer has open in the channel: there is at most one. Who
 * holds it is decided by a claim; a claimant that died before it wrote is followed under the same id.
 */
@Component
public class OpenConversation {
    private static final int TRIES = 5;

    private final Conversations conversations;
    private final ConversationList list;
    private final Claims claims;
    private final PostMessage postMessage;
    private final IntentGuess guess;
    private final KnownOrders orders;
    private final ConversationSettings settings;
    private final Clock clock;

    OpenConversation(Conversations conversations, ConversationList list, Claims claims, PostMessage postMessage,
            IntentGuess guess, KnownOrders orders, ConversationSettings settings, Clock clock) {
        this.conversations = conversations;
        this.list = list;
        this.claims = claims;
        this.postMessage = postMessage;
        this.guess = guess;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param first   the buyer's first words
     * @param sku     what the buyer looks at
     * @param orderId the order that it is about
     */
    public record Command(Buyer buyer, boolean visitor, @Nullable String locale, Draft first, @Nullable String sku,
            @Nullable String orderId) {}

    Outcome<Conversation> handle(Command command, CommandContext context) {
        var before = toldBefore(command, context);
        if (before.isPresent())
            return before.get();
        for (int i = 0; i < TRIES; i++) {
            var id = claims.claim(command.buyer().openConversation(), context.newId(), this::isStillOpen);
            var outcome = openOrPost(id, command, context);
            if (!endedMeanwhile(outcome))
                return outcome;
        }
        return new Outcome.Rejected<>(Rejection.notNow("conversation-closed"));
    }

    /** A repeat of words that went into a conversation which is closed by now opens no other. */
    private Optional<Outcome<Conversation>> toldBefore(Command command, CommandContext context) {
        return claims.holder(command.buyer().openConversation())
                .filter(id -> conversations.find(id).filter(Conversation::isClosed).isPresent())
                .map(id -> conversations.decide(id, context, Decision::unchanged))
                .filter(outcome -> outcome instanceof Outcome.Accepted<Conversation> accepted && accepted.repeated()
                        || outcome instanceof Outcome.Rejected<Conversation>);
    }

    private static boolean endedMeanwhile(Outcome<Conversation> outcome) {
        return outcome instanceof Outcome.Rejected<Conversation>(var why)
                && Set.of("conversation-closed", "conversation-resolved").contains(why.code());
    }

    /** One that is not there yet is still needed: its claimant is about to write it. */
    private boolean isStillOpen(String id) {
        var there = conversations.find(id);
        if (there.isEmpty())
            return true;
        if (!there.get().standing().windowIsOver(clock.instant()))
            return !there.get().isClosed();
        conversations.decide(id, CommandContext.bySystem("reopening-window"),
                conversation -> conversation.closeWhenWindowIsOver(clock.instant()));
        return false;
    }

    private Outcome<Conversation> openOrPost(String id, Command command, CommandContext context) {
        var buyer = new Participant.TheBuyer(command.buyer().buyerId());
        return conversations.decideOrCreate(id, context, () -> open(id, command),
                conversation -> postMessage.ask(conversation, command.first(), buyer));
    }

    private Decision<Conversation> open(String id, Command command) {
        var now = clock.instant();
        var first = command.first();
        var earlier = list.before(command.buyer(), now.minus(settings.lastAgentWithin()));
        var buyersOrders = ordersOf(command.buyer());
        var language = Language.of(command.locale(), first.text());
        var kind = kindOf(command, earlier, buyersOrders);
        var opening = Opening.of(id, command.buyer(), language, kind, guess.of(first.text()), now, command.sku(),
                buyersOrders.contains(command.orderId()) ? command.orderId() : null);
        return Conversation.open(id, opening, earlier.lastAgent(), ServiceTexts.greeting(language), first);
    }

    private Set<String> ordersOf(Buyer buyer) {
        return orders.of(buyer.shop(), buyer.channel(), buyer.buyerId()).stream().map(KnownOrder::orderId)
                .collect(Collectors.toSet());
    }

    private static BuyerKind kindOf(Command command, Earlier earlier, Set<String> buyersOrders) {
        if (command.visitor())
            return BuyerKind.VISITOR;
        return earlier.here() || !buyersOrders.isEmpty() ? BuyerKind.RETURNING : BuyerKind.NEW;
    }
}
