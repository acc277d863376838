package io.shopcare.presale.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.presale.conversations.Conversation;
import io.shopcare.presale.conversations.Message;
import io.shopcare.presale.conversations.MessageView;
import io.shopcare.presale.conversations.Participant;

/**
 * One socket following one conversation. It remembers what it has told and, when poked, tells what is missing from the
 * database: so order and completeness do not depend on how it came to be poked, or how often.
 */
final class Following {
    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final int PAGE = 100;

    private final Connection connection;
    private final String conversationId;
    private final Participant reader;
    private final LiveSources sources;
    private final AtomicInteger pokes = new AtomicInteger();
    private long toldSeq;
    private long toldNotice;
    private long toldPosition;
    private @Nullable String toldAgent;
    private volatile String shop = "";
    private volatile boolean queued;

    Following(Connection connection, String conversationId, Participant reader, LiveSources sources) {
        this.connection = connection;
        this.conversationId = conversationId;
        this.reader = reader;
        this.sources = sources;
    }

    /** From a sequence on; also when the client subscribes again. */
    synchronized void restart(long after) {
        toldSeq = after;
        toldNotice = 0;
        toldPosition = 0;
        toldAgent = null;
    }

    boolean waitsIn(String otherShop) {
        return queued && shop.equals(otherShop);
    }

    boolean isQueued() {
        return queued;
    }

    String conversationId() {
        return conversationId;
    }

    Participant reader() {
        return reader;
    }

    /** Tells what is missing, soon; pokes that come meanwhile lead to one more look. */
    void poke(Executor executor) {
        if (pokes.getAndIncrement() == 0)
            executor.execute(this::work);
    }

    private void work() {
        int answered;
        do {
            answered = pokes.get();
            try {
                tell();
            } catch (RuntimeException e) {
                log.warn("a socket is left to the next sweep: {}", e.toString());
            }
        } while (!pokes.compareAndSet(answered, 0));
    }

    private synchronized void tell() {
        var found = sources.conversations().find(conversationId);
        if (found.isEmpty())
            return;
        var conversation = found.get();
        shop = conversation.shop();
        queued = conversation.standing().queue() != null;
        tellMessages(conversation.talk().lastSequence());
        tellAgent(conversation);
        tellPosition(conversation);
        tellNotices(conversation);
    }

    private void tellMessages(long last) {
        while (toldSeq < last) {
            var page = sources.messages().after(conversationId, toldSeq, PAGE);
            if (page.isEmpty())
                return;
            for (Message message : page) {
                if (!connection.send(new ServerFrame.Message(MessageView.of(conversationId, message, reader))))
                    return;
                toldSeq = message.seq();
            }
        }
    }

    private void tellAgent(Conversation conversation) {
        var assignment = conversation.standing().assignment();
        if (assignment == null || queued)
            return;
        var told = assignment.agentId() + "/" + assignment.round();
        if (told.equals(toldAgent))
            return;
        var name = assignment.displayName() != null
                ? assignment.displayName()
                : sources.views().agentWithoutName(conversation);
        if (connection.send(new ServerFrame.Assigned(conversationId,
                new ServerFrame.AgentView(name, reader.isStaff() ? assignment.agentId() : null))))
            toldAgent = told;
    }

    private void tellPosition(Conversation conversation) {
        long position = sources.line().position(conversation);
        if (position > 0 && position != toldPosition)
            connection.send(new ServerFrame.Position(conversationId, position));
        toldPosition = position;
    }

    private void tellNotices(Conversation conversation) {
        if (!reader.isStaff())
            return;
        for (var notice : conversation.notices())
            if (notice.seq() > toldNotice) {
                var words = sources.views().notice(notice, connection.locale());
                if (!connection.send(new ServerFrame.Noticed(conversationId, words.seq(), words.kind(),
                        words.orderId(), words.text(), words.at())))
                    return;
                toldNotice = notice.seq();
            }
    }
}
