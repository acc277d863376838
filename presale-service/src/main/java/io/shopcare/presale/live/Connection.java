package io.shopcare.presale.live;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;

import io.shopcare.platform.security.Person;

/** One socket of one person, and the conversations that it follows. */
final class Connection {
    /** The reader is too slow; who comes again and subscribes after the last sequence misses nothing. */
    static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow; come again after your last sequence");
    static final CloseStatus NO_HEARTBEAT = new CloseStatus(4408, "no heartbeat");
    static final CloseStatus RESTART = new CloseStatus(1012, "restart; come again after your last sequence");
    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final ConcurrentWebSocketSessionDecorator session;
    private final Person person;
    private final Frames frames;
    private final RateLimit limit;
    private final Map<String, Following> followed = new ConcurrentHashMap<>();
    private volatile Instant lastHeard;

    Connection(ConcurrentWebSocketSessionDecorator session, Person person, Frames frames, RateLimit limit,
            Instant now) {
        this.session = session;
        this.person = person;
        this.frames = frames;
        this.limit = limit;
        this.lastHeard = now;
    }

    String id() {
        return session.getId();
    }

    Person person() {
        return person;
    }

    /** In which language this person is spoken to. */
    Locale locale() {
        var tag = person.locale();
        return tag != null && tag.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    Map<String, Following> followed() {
        return followed;
    }

    Collection<Following> all() {
        return followed.values();
    }

    /** @return seconds to wait; 0 when the frame may be worked on */
    int heard(Instant now) {
        lastHeard = now;
        return limit.take(now);
    }

    boolean isSilentSince(Instant moment) {
        return lastHeard.isBefore(moment);
    }

    /** Whether a frame has been on its way for longer than that. */
    boolean isStuck(long millis) {
        return session.getTimeSinceSendStarted() > millis;
    }

    /** @return false when the client is gone */
    boolean send(ServerFrame frame) {
        try {
            session.sendMessage(new TextMessage(frames.write(frame)));
            return true;
        } catch (SessionLimitExceededException e) {
            close(TOO_SLOW);
        } catch (IOException | IllegalStateException e) {
            log.debug("a client is gone: {}", e.toString());
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
        return false;
    }

    /** Does not wait for a client that does not read. */
    void close(CloseStatus status) {
        Thread.ofVirtual().name("presale-close").start(() -> {
            try {
                session.getDelegate().close(status); // the decorator would forget why
            } catch (IOException e) {
                log.debug("a client was gone before the farewell: {}", e.toString());
            }
        });
    }
}
