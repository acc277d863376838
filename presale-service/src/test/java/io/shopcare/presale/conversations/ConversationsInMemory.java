package io.shopcare.presale.conversations;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** Conversations without a database, for tests of what is built on them. */
public final class ConversationsInMemory implements WaitingLine {
    private final InMemoryAggregateStore<Conversation> store = new InMemoryAggregateStore<>();
    private final Conversations conversations;
    private final Clock clock;

    public ConversationsInMemory(Clock clock, Consumer<ConversationChanged> afterwards) {
        this.clock = clock;
        this.conversations = new Conversations(store, afterwards);
    }

    public Conversations conversations() {
        return conversations;
    }

    public AssignConversation assign() {
        return new AssignConversation(conversations, clock);
    }

    /** A conversation that waits; its id. */
    public String queued(String buyer, String language, @Nullable String lastAgent) {
        var id = Ids.next();
        var opening = Opening.of(id, new Buyer("nuanyang", "web", buyer), language, BuyerKind.NEW, Intent.OTHER,
                clock.instant(), null, null);
        conversations.decideOrCreate(id, CommandContext.bySystem("test"),
                () -> Conversation.open(id, opening, lastAgent, ServiceTexts.greeting(language),
                        Draft.text(new Author(AuthorKind.BUYER, buyer, null), "c-" + id, "?")),
                there -> there.post(Draft.text(new Author(AuthorKind.BUYER, buyer, null), "c-" + id, "?"),
                        new Participant.TheBuyer(buyer), clock.instant()))
                .orThrow();
        return id;
    }

    public void close(String id) {
        conversations.decide(id, CommandContext.bySystem("test"),
                there -> there.close(new Participant.ASupervisor("zhu"), "test", clock.instant())).orThrow();
    }

    public @Nullable String agentOf(String id) {
        return conversations.find(id).orElseThrow().standing().agentId();
    }

    public @Nullable AssignmentReason reasonOf(String id) {
        var assignment = conversations.find(id).orElseThrow().standing().assignment();
        return assignment == null ? null : assignment.reason();
    }

    public int roundOf(String id) {
        return conversations.find(id).orElseThrow().standing().round();
    }

    @Override
    public List<Conversation> longest(String shop, String language, int most) {
        return store.all().stream().map(Stored::aggregate)
                .filter(one -> one.standing().queue() != null && one.shop().equals(shop)
                        && one.opening().language().equals(language))
                .sorted(Comparator.comparing(ConversationsInMemory::ticket)).limit(most).toList();
    }

    @Override
    public long position(Conversation conversation) {
        var line = longest(conversation.shop(), conversation.opening().language(), Integer.MAX_VALUE).stream()
                .map(Conversation::id).toList();
        return line.indexOf(conversation.id()) + 1L;
    }

    private static String ticket(Conversation conversation) {
        return Objects.requireNonNull(conversation.standing().queue()).ticket();
    }
}
