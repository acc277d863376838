package io.shopcare.presale.conversations;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** All conversations. Every change goes through here, so that routing and sockets hear of it right after the write. */
public final class Conversations {
    private static final Logger log = LoggerFactory.getLogger(Conversations.class);

    private final AggregateStore<Conversation> store;
    private final Consumer<ConversationChanged> afterwards;

    public Conversations(AggregateStore<Conversation> store, Consumer<ConversationChanged> afterwards) {
        this.store = store;
        this.afterwards = afterwards;
    }

    public Optional<Conversation> find(String id) {
        return stored(id).map(Stored::aggregate);
    }

    Optional<Stored<Conversation>> stored(String id) {
        return store.find(id);
    }

    Outcome<Conversation> decide(String id, CommandContext context,
            Function<Conversation, Decision<Conversation>> question) {
        return told(store.decide(id, context, question));
    }

    Outcome<Conversation> decideOrCreate(String id, CommandContext context, Supplier<Decision<Conversation>> first,
            Function<Conversation, Decision<Conversation>> question) {
        return told(store.decideOrCreate(id, context, first, question));
    }

    /** What is written is written: who could not listen finds it by a sweep. */
    private void tell(ConversationChanged change) {
        try {
            afterwards.accept(change);
        } catch (RuntimeException e) {
            log.warn("a change of a conversation was not heard at once", e);
        }
    }

    private Outcome<Conversation> told(Outcome<Conversation> outcome) {
        if (outcome instanceof Outcome.Accepted<Conversation> accepted && !accepted.repeated())
            tell(new ConversationChanged(accepted.stored()));
        return outcome;
    }
}
