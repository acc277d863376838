package io.shopcare.presale.conversations;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
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
        var before = new Before();
        return told(store.decide(id, context, before.seenBy(question)), before);
    }

    Outcome<Conversation> decideOrCreate(String id, CommandContext context, Supplier<Decision<Conversation>> first,
            Function<Conversation, Decision<Conversation>> question) {
        var before = new Before();
        return told(store.decideOrCreate(id, context, first, before.seenBy(question)), before);
    }

    /** What is written is written: who could not listen finds it by a sweep. */
    private void tell(ConversationChanged change) {
        try {
            afterwards.accept(change);
        } catch (RuntimeException e) {
            log.warn("a change of a conversation was not heard at once", e);
        }
    }

    private Outcome<Conversation> told(Outcome<Conversation> outcome, Before before) {
        if (outcome instanceof Outcome.Accepted<Conversation> accepted && !accepted.repeated())
            tell(new ConversationChanged(accepted.stored(), before.isElsewhere(accepted.stored().aggregate())));
        return outcome;
    }

    /** Its place in the queue when it was last looked at; none for one that is new. */
    private static final class Before {
        private @Nullable QueueEntry place;

        Function<Conversation, Decision<Conversation>> seenBy(Function<Conversation, Decision<Conversation>> question) {
            return conversation -> {
                place = conversation.standing().queue();
                return question.apply(conversation);
            };
        }

        boolean isElsewhere(Conversation now) {
            return !Objects.equals(place, now.standing().queue());
        }
    }
}
