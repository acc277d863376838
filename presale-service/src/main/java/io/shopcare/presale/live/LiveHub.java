package io.shopcare.presale.live;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.web.socket.CloseStatus;

import io.shopcare.presale.conversations.AuthorKind;

/** The sockets of this instance. */
final class LiveHub {
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Executor executor;
    private final LiveSettings settings;
    private final Clock clock;

    LiveHub(Executor executor, LiveSettings settings, Clock clock) {
        this.executor = executor;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isFull() {
        return connections.size() >= settings.connections();
    }

    int size() {
        return connections.size();
    }

    void add(Connection connection) {
        connections.put(connection.id(), connection);
    }

    void remove(String sessionId) {
        connections.remove(sessionId);
    }

    List<Connection> all() {
        return List.copyOf(connections.values());
    }

    Connection connection(String sessionId) {
        var found = connections.get(sessionId);
        if (found == null)
            throw new IllegalStateException("the socket is closed");
        return found;
    }

    Stream<Following> followings() {
        return connections.values().stream().flatMap(connection -> connection.all().stream());
    }

    /** Does what a hint says to the sockets of this instance. */
    void serve(Hint hint) {
        var conversation = hint.conversation();
        var who = hint.who() == null ? AuthorKind.SYSTEM : hint.who();
        switch (hint.kind()) {
            case CHANGED -> serve(conversation);
            case MOVED -> {
                serve(conversation);
                serveQueue(hint.shop());
            }
            case TYPING -> tellOtherSide(conversation, who, new ServerFrame.Typing(conversation, who));
            case READ -> tellOtherSide(conversation, who, new ServerFrame.Read(conversation, who, hint.seq()));
        }
    }

    /** Serves everybody here who follows a conversation. */
    void serve(String conversation) {
        poke(following -> following.conversationId().equals(conversation));
    }

    /** Serves everybody here who waits in a shop's queue: their places may have changed. */
    void serveQueue(String shop) {
        poke(following -> following.waitsIn(shop));
    }

    void poke(Predicate<Following> fits) {
        followings().filter(fits).forEach(following -> following.poke(executor));
    }

    /** Sends a frame to the other side of a conversation. */
    void tellOtherSide(String conversation, AuthorKind who, ServerFrame frame) {
        for (var connection : connections.values()) {
            var following = connection.followed().get(conversation);
            if (following != null && following.reader().side() != who)
                executor.execute(() -> connection.send(frame));
        }
    }

    /** Ends connections that are silent for two heartbeats, and those that can't keep up. */
    void endTheDead() {
        var silentSince = clock.instant().minus(settings.heartbeat().multipliedBy(2));
        for (var connection : all())
            if (connection.isStuck(settings.sendWithin().toMillis()))
                connection.close(Connection.TOO_SLOW);
            else if (connection.isSilentSince(silentSince))
                connection.close(Connection.NO_HEARTBEAT);
    }

    void closeAll(CloseStatus status) {
        all().forEach(connection -> connection.close(status));
    }
}
