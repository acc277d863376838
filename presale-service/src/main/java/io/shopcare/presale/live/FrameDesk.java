package io.shopcare.presale.live;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.Problem;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;
import io.shopcare.presale.conversations.AuthorKind;
import io.shopcare.presale.conversations.Authors;
import io.shopcare.presale.conversations.Conversation;
import io.shopcare.presale.conversations.ConversationAccess;
import io.shopcare.presale.conversations.Draft;
import io.shopcare.presale.conversations.MessageView;
import io.shopcare.presale.conversations.Participant;
import io.shopcare.presale.conversations.PostMessage;

/** Does what a client's frame asks for, by the same use cases and under the same rights as over HTTP. */
final class FrameDesk {
    private static final Logger log = LoggerFactory.getLogger(FrameDesk.class);

    private final ConversationAccess access;
    private final PostMessage postMessage;
    private final LiveSources sources;
    private final ReadMarks marks;
    private final LiveRelay relay;
    private final ProblemCatalogue problems;
    private final Executor executor;
    private final LiveSettings settings;
    private final Clock clock;

    FrameDesk(ConversationAccess access, PostMessage postMessage, LiveSources sources, ReadMarks marks,
            LiveRelay relay, ProblemCatalogue problems, Executor executor, LiveSettings settings, Clock clock) {
        this.access = access;
        this.postMessage = postMessage;
        this.sources = sources;
        this.marks = marks;
        this.relay = relay;
        this.problems = problems;
        this.executor = executor;
        this.settings = settings;
        this.clock = clock;
    }

    void answer(Connection connection, ClientFrame frame) {
        try {
            switch (frame) {
                case ClientFrame.Ping _ -> connection.send(new ServerFrame.Pong(clock.instant()));
                case ClientFrame.Subscribe subscribe -> subscribe(connection, subscribe);
                case ClientFrame.Post post -> post(connection, post);
                case ClientFrame.Typing typing -> typing(connection, typing);
                case ClientFrame.Read read -> read(connection, read);
            }
        } catch (RejectedException e) {
            var why = e.rejection();
            connection.send(error(problems.refusal(why.kind().problem(), connection.locale(),
                    LiveConfiguration.PATH, why.code(), why.facts(), null), frame, null));
        } catch (ProblemException e) {
            connection.send(error(problem(connection, e.problem(), e.facts()), frame, null));
        } catch (RuntimeException e) {
            log.error("a frame led to a defect", e);
            connection.send(error(problem(connection, "internal", Map.of()), frame, null));
        }
    }

    private void subscribe(Connection connection, ClientFrame.Subscribe frame) {
        var conversation = access.visible(frame.conversation(), connection.person());
        var reader = ConversationAccess.participant(connection.person(), conversation);
        if (connection.followed().size() >= settings.subscriptions()
                && !connection.followed().containsKey(frame.conversation()))
            throw new RejectedException(
                    Rejection.notNow("too-many-subscriptions", Map.of("max", settings.subscriptions())));
        var following = connection.followed().computeIfAbsent(frame.conversation(),
                id -> new Following(connection, id, reader, sources));
        following.restart(frame.after());
        following.poke(executor);
        tellReadMark(connection, conversation, reader);
    }

    private void tellReadMark(Connection connection, Conversation conversation, Participant reader) {
        var other = reader.isStaff() ? AuthorKind.BUYER : AuthorKind.STAFF;
        long seen = marks.of(conversation.id(), other);
        if (seen > 0)
            connection.send(new ServerFrame.Read(conversation.id(), other, seen));
    }

    /** A follower is served by the write itself; who sends again, or does not follow, is answered here. */
    private void post(Connection connection, ClientFrame.Post frame) {
        var conversation = access.visible(frame.conversation(), connection.person());
        var who = ConversationAccess.participant(connection.person(), conversation);
        var draft = new Draft(Authors.of(who, conversation), frame.kind(), frame.text(), frame.clientMessageId(),
                frame.sku(), frame.orderId());
        var posted = postMessage.handle(frame.conversation(), draft, who,
                new CommandContext(connection.person().actor(), "post frame", null, null, null));
        if (posted.again() || !connection.followed().containsKey(frame.conversation()))
            connection
                    .send(new ServerFrame.Message(MessageView.of(frame.conversation(), postMessage.read(posted), who)));
    }

    private void typing(Connection connection, ClientFrame.Typing frame) {
        var conversation = access.visible(frame.conversation(), connection.person());
        relay.typing(conversation.id(), conversation.shop(),
                ConversationAccess.participant(connection.person(), conversation).side());
    }

    private void read(Connection connection, ClientFrame.Read frame) {
        var conversation = access.visible(frame.conversation(), connection.person());
        var side = ConversationAccess.participant(connection.person(), conversation).side();
        long seq = Math.min(frame.seq(), conversation.talk().lastSequence());
        marks.mark(conversation.id(), side, seq);
        relay.read(conversation.id(), conversation.shop(), side, seq);
    }

    /** An error that belongs to no frame. */
    ServerFrame error(Connection connection, String name, Map<String, Object> facts, @Nullable Integer retryAfter) {
        return new ServerFrame.Error(view(problem(connection, name, facts)), null, null, retryAfter);
    }

    private Problem problem(Connection connection, String name, Map<String, Object> facts) {
        return problems.problem(name, connection.locale(), LiveConfiguration.PATH, facts, null);
    }

    private static ServerFrame error(Problem problem, ClientFrame frame, @Nullable Integer retryAfter) {
        var conversation = switch (frame) {
            case ClientFrame.Subscribe subscribe -> subscribe.conversation();
            case ClientFrame.Post post -> post.conversation();
            case ClientFrame.Typing typing -> typing.conversation();
            case ClientFrame.Read read -> read.conversation();
            case ClientFrame.Ping _ -> null;
        };
        return new ServerFrame.Error(view(problem),
                frame instanceof ClientFrame.Post post ? post.clientMessageId() : null, conversation,
                retryAfter != null ? retryAfter : problem.retryAfter());
    }

    private static ServerFrame.ProblemView view(Problem problem) {
        return new ServerFrame.ProblemView(problem.type(), problem.title(), problem.status(), problem.detail(),
                problem.reason(), problem.facts());
    }
}
