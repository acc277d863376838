package io.shopcare.standalone.doors;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody reach through one partner's door what another one serves. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DoorKeeper extends OncePerRequestFilter {
    private final Doors doors;

    DoorKeeper(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Door door = doors.of(request);
        String path = request.getRequestURI();
        if (door == Door.MAIL && path.equals("/")) {
            response.sendRedirect("/mails");
        } else if (door.serves(path)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
