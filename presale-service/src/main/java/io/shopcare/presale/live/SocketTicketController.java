package io.shopcare.presale.live;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.security.Person;

/** Tickets for the socket. Asking twice gives two; so no key is asked for. */
@RestController
@Tag(name = "live")
class SocketTicketController {
    private final SocketTickets tickets;

    SocketTicketController(SocketTickets tickets) {
        this.tickets = tickets;
    }

    record TicketView(String ticket, Instant expiresAt,
            @Schema(example = "/ws/presale?ticket=...") String path) {
        @Override
        public String toString() {
            return "TicketView[until " + expiresAt + "]";
        }
    }

    @PostMapping("/api/presale/socket-tickets")
    @PreAuthorize("hasAnyRole('buyer', 'visitor', 'presales', 'supervisor')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A ticket that opens one socket, once, within seconds")
    TicketView issue(Person person) {
        var ticket = tickets.issue(person);
        return new TicketView(ticket.text(), ticket.expiresAt(), LiveConfiguration.PATH + "?ticket=" + ticket.text());
    }
}
