package io.shopcare.presale.live;

import java.time.Clock;
import java.util.Map;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import io.shopcare.platform.security.Person;

/** The life of a socket: hello, frames, farewell. What a frame asks for is {@link FrameDesk}'s. */
final class LiveSocketHandler extends TextWebSocketHandler {
    private final LiveHub hub;
    private final FrameDesk desk;
    private final Frames frames;
    private final LiveSettings settings;
    private final Clock clock;

    LiveSocketHandler(LiveHub hub, FrameDesk desk, Frames frames, LiveSettings settings, Clock clock) {
        this.hub = hub;
        this.desk = desk;
        this.frames = frames;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var person = (Person) session.getAttributes().get(TicketHandshake.PERSON);
        if (person == null)
            throw new IllegalStateException("nobody gets here without a ticket");
        session.setTextMessageSizeLimit((int) settings.frameLimit().toBytes());
        var safe = new ConcurrentWebSocketSessionDecorator(session, (int) settings.sendWithin().toMillis(),
                (int) settings.backlog().toBytes());
        var connection = new Connection(safe, person, frames, new RateLimit(settings.framesPerSecond()),
                clock.instant());
        hub.add(connection);
        connection.send(new ServerFrame.Hello(new ServerFrame.PersonView(kindOf(person), person.id()),
                clock.instant(), settings.heartbeat().toSeconds()));
    }

    private static String kindOf(Person person) {
        if (person.has("visitor"))
            return "visitor";
        return person.isBuyer() ? "buyer" : "staff";
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var connection = hub.connection(session.getId());
        int wait = connection.heard(clock.instant());
        if (wait > 0) {
            connection.send(desk.error(connection, "too-many-requests", Map.of("seconds", wait), wait));
            return;
        }
        frames.read(message.getPayload()).ifPresentOrElse(frame -> desk.answer(connection, frame), () -> connection
                .send(desk.error(connection, "malformed-request", Map.of("problem", "frame"), null)));
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        hub.remove(session.getId());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        hub.remove(session.getId());
    }
}
