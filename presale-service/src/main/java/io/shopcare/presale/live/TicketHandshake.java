package io.shopcare.presale.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

import io.shopcare.platform.security.Person;

/** Lets in who has a ticket, while there is room. */
final class TicketHandshake implements HandshakeInterceptor {
    static final String PERSON = Person.class.getName();

    private final SocketTickets tickets;
    private final LiveHub hub;

    TicketHandshake(SocketTickets tickets, LiveHub hub) {
        this.tickets = tickets;
        this.hub = hub;
    }

    @Override
    public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (hub.isFull()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            return false;
        }
        var given = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams().getOrDefault("ticket",
                List.of());
        var person = given.size() == 1 ? tickets.redeem(given.getFirst()) : Optional.<Person>empty();
        person.ifPresent(caller -> attributes.put(PERSON, caller));
        if (person.isEmpty())
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
        return person.isPresent();
    }

    @Override
    public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            @Nullable Exception failure) {
        // nothing is held until the connection is established
    }
}
